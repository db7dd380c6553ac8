// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** The request of deleteConnection. */
export interface DeleteConnectionRequest {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The id of the connection. */
  connectionId: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    projectIdOrName: string,
    connectionId: string,
  }),
);

/** The response of deleteConnection. */
export type DeleteConnectionResponse = void;
