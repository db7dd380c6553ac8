/**
 * The memory of calls that wait for their response, without a network: `fetch` never settles. Keeps
 * what a transport keeps of a call: its arguments. Prints the bytes of a call.
 */
import type { Connect } from "../client.js";

const [module = "", count = "1000"] = process.argv.slice(2);
const kept: unknown[] = [];
globalThis.fetch = (...args) =>
  new Promise((resolve) => {
    kept.push(args, resolve);
  });

// what modules of clients/ and peers/ export
const { connect } = (await import(module)) as { connect: Connect };
const client = connect("http://127.0.0.1/v1");
const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50));

async function used(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    await settled();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// What is compiled and cached by the first calls is not of a call.
const first = Array.from({ length: 200 }, () => client.list());
const before = await used();
const calls = Array.from({ length: Number(count) }, () => client.list());
const after = await used();
const reached = kept.length / 2;
if (reached !== first.length + calls.length) throw new Error(`${module}: ${reached} calls began`);
console.log(JSON.stringify((after - before) / calls.length));
process.exit();
