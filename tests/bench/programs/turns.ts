/**
 * Runs clients in turns in one process, in memory or over loopback. Takes a JSON object as its only
 * argument, and prints the time of each call per round.
 */
import type { Client, Connect } from "../client.js";
import { connectionList } from "../support/connections.js";
import { fetchFromMemory } from "../support/memory-fetch.js";
import { type Pace, type Slice, inTurns } from "../support/rounds.js";

/** What to run. */
export interface Turns {
  /** The modules of the clients by the name of the variant. */
  readonly modules: Readonly<Record<string, string>>;
  /** Where the server is. Absent for calls in memory. */
  readonly baseURL?: string | undefined;
  readonly count: number;
  readonly together: number;
  readonly pace: Pace;
}

const turns = JSON.parse(process.argv[2] ?? "") as Turns; // written by compare.ts
const { modules, baseURL = "http://127.0.0.1/v1", count, together, pace } = turns;

if (turns.baseURL === undefined) fetchFromMemory(connectionList(count));

/** Keeps a number of calls in flight. */
function repeated({ list }: Client): Slice {
  return async (times) => {
    let left = times;
    const caller = async (): Promise<void> => {
      while (left-- > 0) await list();
    };
    await Promise.all(Array.from({ length: Math.min(times, together) }, caller));
  };
}

const variants: Record<string, Slice> = {};
for (const [name, path] of Object.entries(modules)) {
  const { connect } = (await import(path)) as { connect: Connect }; // what clients/ export
  const client = connect(baseURL);
  const { length } = await client.list();
  if (length !== count) throw new Error(`${name}: expected ${count} objects, got ${length}`);
  variants[name] = repeated(client);
}
console.log(JSON.stringify(await inTurns(variants, { ...pace, atLeast: 10 * together })));
process.exit();
