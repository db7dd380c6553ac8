// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object } from "../../../../lib/schema/index.js";
import { ConnectionPatchOp } from "./connectionpatchop.js";

/** A change of a connection. */
export interface ConnectionPatchRequest {
  /** What to change, in this order. */
  patch: ConnectionPatchOp[];
}
export const ConnectionPatchRequest: Schema<ConnectionPatchRequest> =
  /* @__PURE__ */ object<ConnectionPatchRequest>(() => ({
    patch: array(ConnectionPatchOp),
  }));
