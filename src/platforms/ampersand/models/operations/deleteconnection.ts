// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";

/** The request of deleteConnection. */
export interface DeleteConnectionRequest {
  /** The id of your Ampersand project, or its name. */
  projectIdOrName: string;
  /** The id that Ampersand gave the connection. */
  connectionId: string;
}
export const DeleteConnectionRequest: Schema<DeleteConnectionRequest> =
  /* @__PURE__ */ object<DeleteConnectionRequest>(() => ({
    projectIdOrName: string,
    connectionId: string,
  }));

/** The response of deleteConnection. */
export type DeleteConnectionResponse = void;
