// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, as, object, string } from "../../../../lib/schema/index.js";
import { ConnectionConfig } from "./connectionconfig.js";

/** A connection in a list. */
export interface GetConnectionSchema {
  /** The key of the connection. */
  connectionKey: string;
  connectionConfig: ConnectionConfig;
}
export const GetConnectionSchema: Schema<GetConnectionSchema> = /* @__PURE__ */ object(() => ({
  connectionKey: as("connection_key", string),
  connectionConfig: as("connection_config", ConnectionConfig),
}));
