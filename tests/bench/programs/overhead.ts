/** The cost of a call over the bare work, without a network. Prints the us of each round. */
import { SDK } from "connections-sdk";
import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionList } from "../support/connections.js";
import { fetchFromMemory } from "../support/memory-fetch.js";
import { type Slice, inTurns } from "../support/rounds.js";

const [count = "1", rounds = "10", slice = "40"] = process.argv.slice(2);
fetchFromMemory(connectionList(Number(count)));

const serverURL = "http://127.0.0.1/v1";
const core = new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL });
const untimed = new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL, timeoutMs: 0 });
const sdk = new SDK({ apiKeyHeader: "key", serverURL });
const request = { projectIdOrName: "my-project", groupRef: "group-123" };

const repeated = (call: () => Promise<unknown>): Slice => {
  return async (times) => {
    for (let i = 0; i < times; i++) await call();
  };
};
const bare = async (): Promise<unknown> => {
  const { projectIdOrName, groupRef } = request;
  const url = `${serverURL}/projects/${encodeURIComponent(projectIdOrName)}/connections?groupRef=${encodeURIComponent(groupRef)}`;
  const response = await fetch(url, {
    headers: { accept: "application/json", "x-api-key": "key" },
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
};

const result = await inTurns(
  {
    bare: repeated(bare),
    function: repeated(() => connectionsList(core, request)),
    untimed: repeated(() => connectionsList(untimed, request)),
    method: repeated(async () => await sdk.connections.list(request)),
  },
  { rounds: Number(rounds), slice: Number(slice), warmUp: 400 },
);
const check = await connectionsList(core, request);
if (!check.ok) throw check.error;
console.log(JSON.stringify(result));
