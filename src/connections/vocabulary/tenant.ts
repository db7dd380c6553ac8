import type { ConnectionData } from "./connection.js";

/** The customer, and if you like the person, that a client is for. */
export interface Tenant {
  /** Your id for the customer. */
  readonly groupRef: string;
  /** Your id for the person. */
  readonly consumerRef?: string;
}

/**
 * Whether a connection says that it belongs to another customer or person. One that does not say
 * whose it is may belong to anybody.
 */
export function isStrangers(
  { groupRef, consumerRef }: Partial<Tenant>,
  { group, consumer }: Pick<ConnectionData, "group" | "consumer">,
): boolean {
  const parties = [
    [groupRef, group],
    [consumerRef, consumer],
  ] as const;
  return parties.some(([ref, party]) => ref !== undefined && party && party.ref !== ref);
}
