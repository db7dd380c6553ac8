// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object } from "../../../../lib/schema/index.js";
import { ConnectionPatchOp } from "./connections.js";

/** An update of a connection. */
export interface ConnectionPatchRequest {
  /** The changes, in order. */
  patch: ConnectionPatchOp[];
}
export const ConnectionPatchRequest: Schema<ConnectionPatchRequest> = /* @__PURE__ */ object(
  () => ({
    patch: array(ConnectionPatchOp),
  }),
);
