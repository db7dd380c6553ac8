import { type ConnectionHealth, HealthReason } from "../../vocabulary/health.js";
import { listOf, membersOf, stringOf } from "../../vocabulary/read.js";
import type { DataConnectionError } from "../../../platforms/codat/models/components/connections.js";
import { parseDate } from "./dates.js";
import type { CodatConnection } from "./types.js";

/** What is wrong in each status, whatever the errors of the connection say. */
const OF_STATUS = new Map<unknown, ConnectionHealth>([
  ["PendingAuth", { reason: HealthReason.NotSignedIn, needs: "signIn" }],
  ["Deauthorized", { reason: HealthReason.AccessWithdrawn, needs: "signIn" }],
  ["Unlinked", { reason: HealthReason.Disconnected, needs: "signIn" }],
]);

/** What is wrong with a connection: by its status, or by an error that has not been resolved. */
export function healthOf(raw: CodatConnection): ConnectionHealth | undefined {
  const { status, dataConnectionErrors } = membersOf(raw);
  const error = listOf(dataConnectionErrors as DataConnectionError[] | undefined)
    .map((each) => membersOf(each))
    .filter((each) => each.status === "Active")
    .at(-1);
  const since = error && parseDate(error.erroredOnUtc);
  const health =
    OF_STATUS.get(status) ?? (status === "Linked" && error ? ofError(error.statusCode) : undefined);
  // Codat tells since when an error exists, and not since when a status does.
  const isTold = since !== undefined && (status === "Linked" || status === "Deauthorized");
  return health && isTold ? { ...health, since } : health;
}

/** What the status code of the software's response means for the connection. */
function ofError(statusCode: unknown): ConnectionHealth {
  const code = Number(stringOf(statusCode));
  if (code === 401) return { reason: HealthReason.CredentialsRefused, needs: "signIn" };
  if (code === 403) return { reason: HealthReason.AccessDenied, needs: "consent" };
  if (code === 408 || code === 429 || code >= 500)
    return { reason: HealthReason.ServiceUnavailable, needs: "wait" };
  if (code >= 400) return { reason: HealthReason.SettingsRefused, needs: "settings" };
  return { reason: HealthReason.SyncFailed };
}
