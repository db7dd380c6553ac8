// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, nullable, object, optional, string } from "../../../../lib/schema/index.js";
import type { DataConnectionStatus } from "./dataconnectionstatus.js";

/** The new status of a connection. */
export interface UpdateConnectionStatus {
  /** The status to set. Only `Unlinked` is accepted. */
  status?: DataConnectionStatus | null | undefined;
}
export const UpdateConnectionStatus: Schema<UpdateConnectionStatus> = /* @__PURE__ */ object(
  () => ({
    status: optional(nullable(string)),
  }),
);
