// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Success } from "../components/success.js";

/** The request of deleteConnection. */
export interface DeleteConnectionRequest {
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
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: string,
    providerConfigKey: string,
  }),
);

/** The response of deleteConnection. */
export type DeleteConnectionResponse = Success;
