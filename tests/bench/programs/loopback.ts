/** CPU of the client alone, per call over loopback, beside bare `fetch` and `json()`. Prints the us of each round. */
import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { type Slice, inTurns } from "../support/rounds.js";

const [port = "", what = "list1", concurrency = "1", rounds = "10", slice = "80"] =
  process.argv.slice(2);
const serverURL = `http://127.0.0.1:${port}/v1`;
const core = new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL });
const request = { projectIdOrName: `p${what.replace(/\D/g, "")}`, groupRef: "group-123" };
const one = { projectIdOrName: "p", connectionId: "c" };

/** Keeps as many calls under way as were asked for. */
function together(call: () => Promise<unknown>): Slice {
  return async (times) => {
    let left = times;
    const caller = async (): Promise<void> => {
      while (left-- > 0) await call();
    };
    await Promise.all(Array.from({ length: Math.min(times, Number(concurrency)) }, caller));
  };
}

async function bare(path: string): Promise<unknown> {
  const response = await fetch(serverURL + path, {
    headers: { accept: "application/json", "x-api-key": "key" },
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

async function done(call: PromiseLike<{ ok: boolean; error?: unknown }>): Promise<void> {
  const result = await call;
  if (!result.ok) throw result.error;
}

const list = (): Promise<unknown> =>
  bare(`/projects/${request.projectIdOrName}/connections?groupRef=group-123`);
const variants: Record<string, { bare: Slice; sdk: Slice }> = {
  get: {
    bare: together(() => bare(`/projects/${one.projectIdOrName}/connections/${one.connectionId}`)),
    sdk: together(() => done(connectionsGet(core, one))),
  },
  list: { bare: together(list), sdk: together(() => done(connectionsList(core, request))) },
};
const chosen = variants[what.replace(/\d/g, "")];
if (chosen === undefined) throw new Error(`no such case: ${what}`);
// A call takes hundreds of microseconds here and thousands of calls until it is compiled.
const pace = { rounds: Number(rounds), slice: Number(slice), warmUp: 8 * Number(slice) };
console.log(JSON.stringify(await inTurns(chosen, pace)));
process.exit();
