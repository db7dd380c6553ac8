// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";
import { UpdateConnectionBody } from "../components/updateconnectionbody.js";

/** The request of updateConnection. */
export interface UpdateConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
  /** The new values, and the mask that selects them. */
  requestBody: UpdateConnectionBody;
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    connectionId: string,
    requestBody: UpdateConnectionBody,
  }),
);

/** The response of updateConnection. */
export type UpdateConnectionResponse = Connection;
