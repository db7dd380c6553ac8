import type { Shown } from "../emulated-platform.js";
import { statusSetter } from "../status-setter.js";
import type { AmpersandState, StoredConnection } from "./state.js";

/** What the page shows of the emulated Ampersand. */
export function shown(state: AmpersandState): Shown {
  const statuses: StoredConnection["status"][] = ["created", "working", "bad_credentials"];
  return {
    connections: state.connections.map(({ id, provider, group, status }) => ({
      id,
      provider,
      customer: group.groupRef,
      status,
      statuses,
    })),
    setStatus: statusSetter(state, statuses),
    signIns: state.sessions.map(({ id, request }) => ({
      url: `https://${request.provider ?? ""}.example.com/authorize?state=${id}`,
      provider: request.provider ?? "",
      customer: request.groupRef ?? "",
    })),
  };
}
