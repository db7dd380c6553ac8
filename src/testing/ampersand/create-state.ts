import { type Clock, createClock } from "../clock.js";
import { addConnection } from "./add-connection.js";
import { defaultProviders } from "./providers.js";
import { defaultSeed } from "./seed.js";
import { type AmpersandOptions, type AmpersandState, findProject } from "./state.js";

/** Creates the initial state, which is also the state after a reset. */
export function createState(
  options: AmpersandOptions = {},
  clock: Clock = createClock(),
): AmpersandState {
  const seed = options.seed ?? defaultSeed;
  const state: AmpersandState = {
    projects: seed.projects.map((project) => ({ ...project })),
    groups: [],
    consumers: [],
    connections: [],
    sessions: [],
    providers: { ...defaultProviders, ...options.providers },
    counters: {},
  };
  for (const { project, id, createTime, ...request } of seed.connections) {
    const owner = findProject(state, project);
    if (!owner) throw new Error(`The seed has a connection in ${project}, a project it has not.`);
    addConnection(state, clock, owner, structuredClone(request), { id, createTime });
  }
  return state;
}
