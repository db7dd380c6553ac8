import type { SignInOutcome } from "../emulated-platform.js";
import type { CodatState } from "./state.js";

/**
 * Plays somebody at the company who opens the link of a connection. The link stays good for as long
 * as the connection exists.
 */
export function signIn(state: CodatState, url: URL, outcome: SignInOutcome): boolean {
  const connection = state.connections.find(({ linkUrl }) => linkUrl === url.href);
  if (!connection) return false;
  if (outcome === "deny") return true;
  connection.status = "Linked";
  for (const error of connection.dataConnectionErrors ?? []) error.status = "Resolved";
  return true;
}
