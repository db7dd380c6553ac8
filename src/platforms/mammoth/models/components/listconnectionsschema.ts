// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object } from "../../../../lib/schema/index.js";
import { GetConnectionSchema } from "./getconnectionschema.js";

/** The connections of a connector. */
export interface ListConnectionsSchema {
  /** The connections. */
  connections: GetConnectionSchema[];
}
export const ListConnectionsSchema: Schema<ListConnectionsSchema> = /* @__PURE__ */ object(() => ({
  connections: array(GetConnectionSchema),
}));
