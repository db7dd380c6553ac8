// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object } from "../../../../lib/schema/index.js";
import { ConnectionConfig } from "./connectionconfig.js";

/** A replacement of the credentials. */
export interface ConnectionPatchOp {
  /** The operation. */
  op: "replace";
  /** The member to replace. Without a leading slash. */
  path: "connection";
  value: ConnectionConfig;
}
export const ConnectionPatchOp: Schema<ConnectionPatchOp> = /* @__PURE__ */ object(() => ({
  op: literal("replace"),
  path: literal("connection"),
  value: ConnectionConfig,
}));
