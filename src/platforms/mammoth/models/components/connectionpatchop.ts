// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, literal, object } from "../../../../lib/schema/index.js";
import { ConnectionConfig } from "./connectionconfig.js";

/** New credentials in the place of the old ones. */
export interface ConnectionPatchOp {
  /** What to do. */
  op: "replace";
  /** What to do it to. There is no leading slash. */
  path: "connection";
  value: ConnectionConfig;
}
export const ConnectionPatchOp: Schema<ConnectionPatchOp> =
  /* @__PURE__ */ object<ConnectionPatchOp>(() => ({
    op: literal("replace"),
    path: literal("connection"),
    value: ConnectionConfig,
  }));
