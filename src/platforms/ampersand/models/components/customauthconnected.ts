// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object } from "../../../../lib/schema/index.js";
import { Connection } from "./connection.js";

/** The connection was created. */
export interface CustomAuthConnected {
  /** The new connection. */
  connection: Connection;
}
export const CustomAuthConnected: Schema<CustomAuthConnected> = /* @__PURE__ */ object(() => ({
  connection: Connection,
}));
