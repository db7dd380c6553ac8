/** The cost of a call over the bare work, without a network. Prints the us of each round. */
import { SDK } from "connections-sdk";
import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionList } from "../support/connections.js";
import { type Slice, inTurns } from "../support/rounds.js";

const [count = "1", rounds = "10", slice = "40"] = process.argv.slice(2);
const text = connectionList(Number(count));

// The cheapest possible response: a real Response costs more than everything that is measured here.
const response = {
  status: 200,
  statusText: "OK",
  ok: true,
  headers: {
    get: (name: string) => (name === "content-type" ? "application/json" : null),
    forEach() {},
  },
  body: null,
  bodyUsed: false,
  text: () => Promise.resolve(text),
  json: () => Promise.resolve(JSON.parse(text) as unknown),
};
// as much of one as is used
globalThis.fetch = () => Promise.resolve(response as unknown as Response);

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
