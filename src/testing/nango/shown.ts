import type { Shown } from "../emulated-platform.js";
import { connectLink } from "./operations/connect-sessions.js";
import type { NangoState, NangoStoredConnection } from "./state.js";

/** The problems that Nango tells of a connection, as the statuses of the page. */
const WORKS = "works";
const REFUSED = "credentials refused";
const EXHAUSTED = "no longer refreshed";

function idOf({ provider_config_key, connection_id }: NangoStoredConnection): string {
  return `${provider_config_key}/${connection_id}`;
}

/** What the page shows of the emulated Nango. */
export function shown(state: NangoState): Shown {
  return {
    connections: state.connections.map((one) => ({
      id: idOf(one),
      provider: one.provider_config_key,
      customer: one.tags["organization_id"] ?? one.tags["end_user_id"] ?? "",
      status: one.refresh_exhausted ? EXHAUSTED : one.errors.length > 0 ? REFUSED : WORKS,
      statuses: [WORKS, REFUSED, EXHAUSTED],
    })),
    setStatus(id, status) {
      const connection = state.connections.find((one) => idOf(one) === id);
      if (!connection || ![WORKS, REFUSED, EXHAUSTED].includes(status)) return false;
      connection.errors = status === WORKS ? [] : [{ type: "auth", log_id: "log-0001" }];
      connection.refresh_exhausted = status === EXHAUSTED;
      connection.last_refresh_failure = null;
      return true;
    },
    signIns: state.sessions.map(({ token, integration, tags }) => ({
      url: connectLink(token),
      provider: integration,
      customer: tags["organization_id"] ?? tags["end_user_id"] ?? "",
    })),
  };
}
