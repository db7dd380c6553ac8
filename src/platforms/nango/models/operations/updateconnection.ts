// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Success } from "../components/success.js";
import { UpdateConnectionBody } from "../components/updateconnectionbody.js";

/** The request of updateConnection. */
export interface UpdateConnectionRequest {
  /**
   * The id of the connection.
   *
   * Limits: at most 255.
   */
  connectionId: string;
  /**
   * The id of the integration.
   *
   * Limits: at most 255.
   */
  providerConfigKey: string;
  /** The members to update. */
  requestBody: UpdateConnectionBody;
}
export const UpdateConnectionRequest: Schema<UpdateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: string,
    providerConfigKey: string,
    requestBody: UpdateConnectionBody,
  }),
);

/** The response of updateConnection. */
export type UpdateConnectionResponse = Success;
