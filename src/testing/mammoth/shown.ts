import type { Shown } from "../emulated-platform.js";
import type { MammothState } from "./state.js";

/** What the page shows of the emulated Mammoth. Its API knows no statuses. */
export function shown({ connections }: MammothState): Shown {
  return {
    connections: connections.map(({ connectionKey, connectorKey, workspaceId, projectId }) => ({
      id: connectionKey,
      provider: connectorKey,
      customer: `${workspaceId}/${projectId}`,
      status: "unknown",
      statuses: [],
    })),
    setStatus: () => false,
    signIns: [],
  };
}
