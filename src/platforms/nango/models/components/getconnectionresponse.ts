// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object } from "../../../../lib/schema/index.js";
import { ConnectionSummary } from "./connectionsummary.js";

/** A page of connections. */
export interface GetConnectionResponse {
  /** The connections of the page. */
  connections: ConnectionSummary[];
}
export const GetConnectionResponse: Schema<GetConnectionResponse> = /* @__PURE__ */ object(() => ({
  connections: array(ConnectionSummary),
}));
