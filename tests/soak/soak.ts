import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type ClientError, type Result, SDKCore } from "connections-sdk";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import type { Transport } from "../faults/transports.js";
import { faultyServer } from "./server.js";

/** The load of one client. */
export interface Plan {
  readonly calls: number;
  readonly concurrency: number;
  /** The share of requests that fail. */
  readonly faults: number;
  readonly transport: Transport;
  readonly timeoutMs: number;
  /**
   * Whether to collect garbage and look at the heap at each tenth of the calls. The process stands
   * still meanwhile.
   */
  readonly samplesHeap: boolean;
}

/** The result of a run. */
export interface Report {
  /**
   * The number of calls by how they ended: `value`, or the name of an error. They add up to all
   * calls.
   */
  readonly endings: Readonly<Record<string, number>>;
  /**
   * Calls that never ended, ended more than once, or ended in a way that contradicts the server's
   * account.
   */
  readonly unaccounted: readonly string[];
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  /** The calls whose work was done more than once. */
  readonly doubled: number;
  /** The heap in bytes after a garbage collection, at each tenth of the calls. */
  readonly heap: readonly number[];
  readonly mostConnections: number;
  /** The connections and timers that are left at the end. */
  readonly leftovers: readonly string[];
  readonly unhandled: number;
}

/** Makes many calls to a server that fails some of them, and accounts for each call. */
export async function soak({
  calls,
  concurrency,
  faults,
  transport,
  timeoutMs,
  samplesHeap,
}: Plan): Promise<Report> {
  const before = process.getActiveResourcesInfo();
  let unhandled = 0;
  const note = (): void => void unhandled++;
  process.on("unhandledRejection", note);
  const server = await faultyServer(calls, faults, seeded(7));
  const core = new SDKCore({
    apiKeyHeader: async () => "key",
    serverURL: server.url,
    timeoutMs,
    retryConfig: { strategy: "backoff", backoff: { initialInterval: 2, maxInterval: 10 } },
    ...(!transport.isDefault && { httpClient: transport.httpClient() }),
  });

  const ended = new Uint8Array(calls);
  const endings = new Map<string, number>();
  const unaccounted: string[] = [];
  const heap: number[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < calls) {
      const call = next++;
      if (samplesHeap && call % Math.ceil(calls / 10) === 0) heap.push(heapInUse());
      const result = await make(core, call);
      ended[call] = (ended[call] ?? 0) + 1;
      const ending = result.ok ? "value" : result.error.name;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (result.ok && server.effects[call] === 0) unaccounted.push(`${call}: a value for nothing`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (samplesHeap) heap.push(heapInUse());

  ended.forEach((times, call) => {
    if (times !== 1) unaccounted.push(`${call}: ended ${times} times`);
    if ((server.requests[call] ?? 0) > 3)
      unaccounted.push(`${call}: requested more than three times`);
  });
  const doubled = server.effects.filter((times, call) => times > 1 && !isRead(call)).length;
  const mostConnections = server.mostConnections();
  await server.close();
  const leftovers = await remaining(before);
  process.off("unhandledRejection", note);
  return {
    endings: Object.fromEntries(endings),
    unaccounted,
    requests: server.requests.reduce((sum, times) => sum + times, 0),
    faults: Object.fromEntries(server.faults),
    doubled,
    heap,
    mostConnections,
    leftovers,
    unhandled,
  };
}

/** Half of the calls read, a quarter writes, and a quarter writes with an idempotency key. */
function make(core: SDKCore, call: number): PromiseLike<Result<unknown, ClientError | Error>> {
  const options = { headers: { "x-call": String(call) } };
  if (isRead(call))
    return connectionsGet(core, { projectIdOrName: "p", connectionId: `c-${call}` }, options);
  const request = { projectIdOrName: "p", groupRef: "g", consumerRef: `u-${call}`, provider: "x" };
  return connectionsGenerate(core, request, {
    ...options,
    ...(call % 4 === 1 && { idempotencyKey: `k-${call}` }),
    // Some callers abort.
    ...(call % 50 === 3 && { signal: AbortSignal.timeout(5) }),
  });
}

function isRead(call: number): boolean {
  return call % 2 === 0;
}

function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)(); // what the flag exposes
  return process.memoryUsage().heapUsed;
}

async function remaining(before: readonly string[]): Promise<string[]> {
  let left: string[] = [];
  for (let turn = 0; turn < 100; turn++) {
    left = process.getActiveResourcesInfo().filter((resource) => resource !== "Immediate");
    for (const resource of before) {
      const at = left.indexOf(resource);
      if (at >= 0) left.splice(at, 1);
    }
    if (left.length === 0) return [];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return left;
}

/** Pseudorandom numbers between 0 and 1, the same for each seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
