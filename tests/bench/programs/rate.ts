/**
 * Makes calls for a while, many at a time, and prints how many succeeded, how many failed, and
 * the quantiles of the time that one took that succeeded, in ms.
 */
import type { Connect } from "../client.js";

const [module = "", baseURL = "", seconds = "1", concurrency = "64"] = process.argv.slice(2);
// what modules of clients/ and peers/ export
const { connect } = (await import(module)) as { connect: Connect };
const client = connect(baseURL);
const took: number[] = [];
let failed = 0;

async function calls(until: number): Promise<void> {
  while (performance.now() < until) {
    const start = performance.now();
    try {
      await client.list();
      took.push(performance.now() - start);
    } catch {
      failed++;
    }
  }
}

async function measure(ms: number): Promise<void> {
  const until = performance.now() + ms;
  await Promise.all(Array.from({ length: Number(concurrency) }, () => calls(until)));
}

await measure(500);
took.length = 0;
failed = 0;
const begin = performance.now();
await measure(Number(seconds) * 1_000);
const spent = (performance.now() - begin) / 1_000;
const sorted = Float64Array.from(took);
sorted.sort();
const at = (quantile: number): number => sorted[Math.floor((sorted.length - 1) * quantile)] ?? 0;
console.log(
  JSON.stringify({
    rate: took.length / spent,
    succeeded: took.length,
    failed,
    median: at(0.5),
    p99: at(0.99),
    p999: at(0.999),
  }),
);
process.exit();
