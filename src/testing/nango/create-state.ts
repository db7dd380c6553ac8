import { nangoSeed } from "./seed.js";
import {
  type NangoOptions,
  type NangoSeedConnection,
  type NangoState,
  type NangoStoredConnection,
  findIntegration,
} from "./state.js";

/** Creates the initial state, which is also the state after a reset. */
export function createState(options: NangoOptions): NangoState {
  const { integrations, connections } = structuredClone(options.seed ?? nangoSeed);
  const state: NangoState = {
    integrations: [...integrations],
    connections: [],
    sessions: [],
    counter: 0,
  };
  for (const connection of connections) state.connections.push(toStored(state, connection));
  return state;
}

function toStored(state: NangoState, given: NangoSeedConnection): NangoStoredConnection {
  const integration = findIntegration(state, given.provider_config_key);
  if (!integration) {
    throw new Error(`The seed has a connection of ${given.provider_config_key}, which it has not.`);
  }
  return {
    id: (state.counter += 1),
    provider: integration.provider,
    errors: [],
    end_user: null,
    tags: {},
    metadata: null,
    connection_config: {},
    webhook_url_override: null,
    updated_at: given.created_at,
    last_fetched_at: null,
    last_refresh_failure: null,
    refresh_exhausted: false,
    ...given,
  };
}
