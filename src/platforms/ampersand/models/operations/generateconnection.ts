// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";
import { GenerateConnectionBody } from "../components/generateconnectionbody.js";

/** The request of generateConnection. */
export interface GenerateConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The customer, the provider, and the credentials. */
  requestBody: GenerateConnectionBody;
}
export const GenerateConnectionRequest: Schema<GenerateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    requestBody: GenerateConnectionBody,
  }),
);

/** The response of generateConnection. */
export type GenerateConnectionResponse = Connection;
