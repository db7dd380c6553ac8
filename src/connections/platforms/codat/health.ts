import type { ConnectionHealth } from "../../vocabulary/health.js";
import { type Unchecked, listOf, membersOf, stringOf } from "../../vocabulary/read.js";
import type { DataConnectionError } from "../../../platforms/codat/models/components/shared.js";
import { parseDate } from "./dates.js";
import type { CodatConnection } from "./types.js";

/** What is wrong in each status, whatever the errors of the connection say. */
const OF_STATUS = new Map<unknown, ConnectionHealth>([
  ["PendingAuth", { reason: "The sign-in is not finished", needs: "signIn" }],
  ["Deauthorized", { reason: "The access has been withdrawn", needs: "signIn" }],
  ["Unlinked", { reason: "The connection is disconnected", needs: "signIn" }],
]);

/** What is wrong with a connection: by its status, or by an error that has not been resolved. */
export function healthOf(raw: CodatConnection): ConnectionHealth | undefined {
  const { status, dataConnectionErrors } = membersOf(raw);
  let error: Unchecked<DataConnectionError> | undefined;
  for (const each of listOf(dataConnectionErrors as DataConnectionError[] | undefined))
    if (membersOf(each).status === "Active") error = membersOf(each); // the last one counts
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
  if (code === 401)
    return { reason: "The service no longer accepts the credentials", needs: "signIn" };
  if (code === 403) return { reason: "The service does not allow the access", needs: "consent" };
  if (code === 408 || code === 429 || code >= 500)
    return { reason: "The service is temporarily unavailable", needs: "wait" };
  if (code >= 400) return { reason: "The service does not accept the settings", needs: "settings" };
  return { reason: "The last synchronization failed" };
}
