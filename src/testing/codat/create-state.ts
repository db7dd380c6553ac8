import type { Clock } from "../clock.js";
import { codatSeed, defaultIntegrations } from "./seed.js";
import {
  type CodatOptions,
  type CodatSeedConnection,
  type CodatState,
  type CodatStoredConnection,
  nextUuid,
} from "./state.js";

/** Creates the initial state, which is also the state after a reset. */
export function createState(options: CodatOptions, clock: Clock): CodatState {
  const seed = options.seed ?? codatSeed;
  const state: CodatState = {
    companies: [...seed.companies],
    connections: [],
    integrations: { ...defaultIntegrations, ...options.integrations },
    counter: 0,
  };
  for (const connection of seed.connections) {
    if (!state.companies.includes(connection.companyId)) {
      throw new Error(
        `The seed has a connection of ${connection.companyId}, a company it has not.`,
      );
    }
    addConnection(state, clock, structuredClone(connection));
  }
  return state;
}

/**
 * Adds a connection. By default it is not authorized yet; other members come from the integration.
 */
export function addConnection(
  state: CodatState,
  clock: Clock,
  given: CodatSeedConnection,
): CodatStoredConnection {
  const integration = state.integrations[given.integrationKey];
  if (!integration) throw new Error(`There is no integration ${given.integrationKey}.`);
  const id = given.id ?? nextUuid(state);
  const connection: CodatStoredConnection = {
    ...integration,
    id,
    linkUrl: `https://link.codat.example.com/companies/${given.companyId}/${id}?otp=${String(state.connections.length + 100_000)}`,
    status: "PendingAuth",
    created: clock.now().toISOString(),
    credentials: {},
    ...given,
  };
  state.connections.push(connection);
  return connection;
}
