// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

/** The request of get-connection. */
export interface GetConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
}
export const GetConnectionRequest: Schema<GetConnectionRequest> = /* @__PURE__ */ object(() => ({
  companyId: string,
  connectionId: string,
}));

/** The response of get-connection. */
export type GetConnectionResponse = Connection;
