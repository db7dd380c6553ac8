// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";

export interface CreateConnectionRequestBody {
  /**
   * The key of the integration, four letters.
   *
   * Limits: at least 4, at most 4. Pattern: `^[a-z]{4}$`.
   */
  platformKey: string;
}
export const CreateConnectionRequestBody: Schema<CreateConnectionRequestBody> =
  /* @__PURE__ */ object(() => ({
    platformKey: string,
  }));

/** The request of create-connection. */
export interface CreateConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The integration to connect to. */
  requestBody: CreateConnectionRequestBody;
}
export const CreateConnectionRequest: Schema<CreateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    requestBody: CreateConnectionRequestBody,
  }),
);

/** The response of create-connection. */
export type CreateConnectionResponse = Connection;
