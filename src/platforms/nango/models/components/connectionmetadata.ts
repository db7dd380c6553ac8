// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, lazy, record, unknown } from "../../../../lib/schema/index.js";

/** Your own metadata for a connection. */
export type ConnectionMetadata = Record<string, unknown>;
export const ConnectionMetadata: Schema<ConnectionMetadata> = /* @__PURE__ */ lazy(() =>
  record(unknown),
);
