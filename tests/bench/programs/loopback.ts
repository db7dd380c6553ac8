/**
 * Compares a client with bare `fetch` and `json()` over loopback, with the same requests. Prints
 * the time of each call per round.
 */
import { connect as connectBare } from "../clients/fetch.js";
import { connect as connectWithDeadline } from "../clients/fetch-with-deadline.js";
import type { Client, Connect } from "../client.js";
import { type Slice, inTurns } from "../support/rounds.js";

const [
  module = "",
  baseURL = "",
  count = "1",
  concurrency = "1",
  rounds = "10",
  slice = "25",
  warmUp = "800",
] = process.argv.slice(2);
const together = Number(concurrency);

/** Keeps a number of calls in flight. */
function repeated(call: () => Promise<unknown>): Slice {
  return async (times) => {
    let left = times;
    const caller = async (): Promise<void> => {
      while (left-- > 0) await call();
    };
    await Promise.all(Array.from({ length: Math.min(times, together) }, caller));
  };
}

/** A single object if the count is 0. */
function sliceOf({ get, list }: Client): Slice {
  return repeated(count === "0" ? get : list);
}

// what modules of clients/ and peers/ export
const { connect } = (await import(module)) as { connect: Connect };
const client = connect(baseURL);
const received = count === "0" ? await client.get() : await client.list();
const got = Array.isArray(received) ? received.length : 0;
if (received === undefined) throw new Error(`${module}: got nothing`);
if (got !== Number(count)) throw new Error(`${module}: expected ${count} objects, got ${got}`);

const result = await inTurns(
  {
    bare: sliceOf(connectBare(baseURL)),
    deadline: sliceOf(connectWithDeadline(baseURL)),
    client: sliceOf(client),
  },
  {
    rounds: Number(rounds),
    slice: Number(slice),
    // A call takes hundreds of microseconds here, and thousands of calls until it is compiled.
    warmUp: Number(warmUp),
    // In a slice of few calls, the start and the end, with fewer calls in flight, would be most of
    // it.
    atLeast: 10 * together,
  },
);
console.log(JSON.stringify(result));
process.exit();
