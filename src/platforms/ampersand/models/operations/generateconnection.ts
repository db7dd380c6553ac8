// Written by connections-sdk-generator. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";
import { GenerateConnectionBody } from "../components/generateconnectionbody.js";

/** What generateConnection takes. */
export interface GenerateConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The customer, the provider, and the credentials. */
  requestBody: GenerateConnectionBody;
}
export const GenerateConnectionRequest: Schema<GenerateConnectionRequest> =
  /* @__PURE__ */ object<GenerateConnectionRequest>(() => ({
    projectIdOrName: string,
    requestBody: GenerateConnectionBody,
  }));

/** What generateConnection answers. */
export type GenerateConnectionResponse = Connection;
