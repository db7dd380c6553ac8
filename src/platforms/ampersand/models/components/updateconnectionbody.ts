// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, array, object, string } from "../../../../lib/schema/index.js";
import { ConnectionRequest } from "./connectionrequest.js";

/** A change to a connection. */
export interface UpdateConnectionBody {
  /**
   * The members of `connection` to update. Each needs a value in `connection`; members that are not
   * in the mask are ignored. A credential must be of the same kind as the connection has.
   */
  updateMask: UpdateConnectionBodyUpdateMask[];
  /** The new values. */
  connection: ConnectionRequest;
}
export const UpdateConnectionBody: Schema<UpdateConnectionBody> = /* @__PURE__ */ object(() => ({
  updateMask: array(string),
  connection: ConnectionRequest,
}));

export const UpdateConnectionBodyUpdateMask = {
  ProviderWorkspaceRef: "providerWorkspaceRef",
  ProviderMetadata: "providerMetadata",
  ApiKey: "apiKey",
  BasicAuth: "basicAuth",
  Oauth2ClientCredentials: "oauth2ClientCredentials",
  Oauth2PasswordCredentials: "oauth2PasswordCredentials",
} as const;
export type UpdateConnectionBodyUpdateMask =
  | "providerWorkspaceRef"
  | "providerMetadata"
  | "apiKey"
  | "basicAuth"
  | "oauth2ClientCredentials"
  | "oauth2PasswordCredentials"
  | (string & {});
