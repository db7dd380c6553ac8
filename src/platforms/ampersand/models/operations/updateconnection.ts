// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";
import { UpdateConnectionBody } from "../components/updateconnectionbody.js";

/** The request of updateConnection. */
export interface UpdateConnectionRequest {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** The id that Ampersand gave the connection. */
  connectionId: string;
  /** The new values, and which of them to take over. */
  requestBody: UpdateConnectionBody;
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> =
  /* @__PURE__ */ object<UpdateConnectionRequest>(() => ({
    projectIdOrName: string,
    connectionId: string,
    requestBody: UpdateConnectionBody,
  }));

/** The response of updateConnection. */
export type UpdateConnectionResponse = Connection;
