import type { Shown } from "./emulated-platform.js";

/** The connections of a platform that stores their status in the words of the page. */
interface Connections<Status> {
  readonly connections: readonly { readonly id: string; status: Status }[];
}

/** The `setStatus` of a platform whose connections can have any of these statuses. */
export function statusSetter<Status extends string>(
  state: Connections<Status>,
  statuses: readonly Status[],
): Shown["setStatus"] {
  return (id, status) => {
    const connection = state.connections.find((one) => one.id === id);
    const known = statuses.find((one) => one === status);
    if (!connection || known === undefined) return false;
    connection.status = known;
    return true;
  };
}
