// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, lazy, record, unknown } from "../../../../lib/schema/index.js";

/**
 * The credentials and settings of a connection, by the names that its connector uses. May contain
 * secrets.
 */
export type ConnectionConfig = Record<string, unknown>;
export const ConnectionConfig: Schema<ConnectionConfig> = /* @__PURE__ */ lazy(() =>
  record(unknown),
);
