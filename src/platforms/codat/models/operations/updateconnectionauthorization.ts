// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, record, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

/** The request of update-connection-authorization. */
export interface UpdateConnectionAuthorizationRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
  /** The new credentials, by name. */
  requestBody: Record<string, string>;
}
export const UpdateConnectionAuthorizationRequest: Schema<UpdateConnectionAuthorizationRequest> =
  /* @__PURE__ */ object(() => ({
    companyId: string,
    connectionId: string,
    requestBody: record(string),
  }));

/** The response of update-connection-authorization. */
export type UpdateConnectionAuthorizationResponse = Connection;
