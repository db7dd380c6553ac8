// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** The request of delete-connection. */
export interface DeleteConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    connectionId: string,
  }),
);

/** The response of delete-connection. */
export type DeleteConnectionResponse = void;
