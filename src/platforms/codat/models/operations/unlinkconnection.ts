// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, object, string } from "../../../../lib/schema/index.js";
import type { Connection } from "../components/connection.js";
import { UpdateConnectionStatus } from "../components/updateconnectionstatus.js";

/** The request of unlink-connection. */
export interface UnlinkConnectionRequest {
  /** The id of the company, a UUID. */
  companyId: string;
  /** The id of the connection, a UUID. */
  connectionId: string;
  /** The status to set. */
  updateConnectionStatus: UpdateConnectionStatus;
}
export const UnlinkConnectionRequest: Schema<UnlinkConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    companyId: string,
    connectionId: string,
    updateConnectionStatus: UpdateConnectionStatus,
  }),
);

/** The response of unlink-connection. */
export type UnlinkConnectionResponse = Connection;
