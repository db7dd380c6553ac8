import type { KindOf } from "../../vocabulary/kinds.js";
import { membersOf } from "../../vocabulary/read.js";

/** What Nango's error codes mean, where their status says something else. */
const KINDS: ReadonlyMap<unknown, ReturnType<KindOf>> = new Map([
  ["unknown_connection", "notFound"],
  ["unknown_provider_config", "notFound"],
  ["connection_test_failed", "credentialsRefused"],
  ["connection_validation_failed", "credentialsRefused"],
  ["invalid_credentials", "credentialsRefused"],
  ["resource_capped", "forbidden"],
]);

/** What an error of Nango means: deleting an unknown connection is a 400, for example. */
export const kindOf: KindOf = (error) => {
  const { error: details } = membersOf(error as unknown as { error?: unknown }); // if it is typed
  return KINDS.get(membersOf(details as { code?: unknown }).code);
};
