import type { Shown } from "../emulated-platform.js";
import { statusSetter } from "../status-setter.js";
import type { CodatState } from "./state.js";
import type { CodatStatus } from "./wire.js";

/** What the page shows of the emulated Codat. */
export function shown(state: CodatState): Shown {
  const statuses: CodatStatus[] = ["PendingAuth", "Linked", "Unlinked", "Deauthorized"];
  return {
    connections: state.connections.map(({ id, integrationKey, companyId, status }) => ({
      id,
      provider: integrationKey,
      customer: companyId,
      status,
      statuses,
    })),
    setStatus: statusSetter(state, statuses),
    signIns: state.connections
      .filter(({ status }) => status === "PendingAuth")
      .map(({ linkUrl, integrationKey, companyId }) => ({
        url: linkUrl,
        provider: integrationKey,
        customer: companyId,
      })),
  };
}
