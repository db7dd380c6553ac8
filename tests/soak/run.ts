/**
 * `npm run test:soak`: makes many calls to a server that fails a share of its requests, and
 * accounts for every call.
 */
import { parseArgs } from "node:util";
import { transports } from "../faults/transports.js";
import { type Report, soak } from "./soak.js";

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "50000" },
    concurrency: { type: "string", default: "64" },
    faults: { type: "string", default: "0.2" },
  },
});
const plan = {
  calls: Number(values.calls),
  concurrency: Number(values.concurrency),
  faults: Number(values.faults),
  timeoutMs: 1000,
  samplesHeap: true,
};
/** The bytes by which the heap may grow from the second tenth of the calls to the last. */
const MOST_GROWTH = 4 * 2 ** 20;

function mega(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function said(report: Report): string[] {
  const { endings, requests, faults, doubled, heap, mostConnections } = report;
  return [
    `calls        ${plan.calls}, ${plan.concurrency} at a time, ${plan.faults * 100} % of the requests go wrong`,
    `endings      ${Object.entries(endings)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}`,
    `requests     ${requests}, ${(requests / plan.calls).toFixed(3)} a call`,
    `faults       ${Object.entries(faults)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}`,
    `done twice   ${doubled}`,
    `connections  ${mostConnections} at most`,
    `heap (MB)    ${heap.map(mega).join(" ")}`,
  ];
}

function wrong({ endings, unaccounted, doubled, heap, leftovers, unhandled }: Report): string[] {
  const ended = Object.values(endings).reduce((sum, count) => sum + count, 0);
  const growth = (heap.at(-1) ?? 0) - (heap[1] ?? 0);
  return [
    ...(ended === plan.calls ? [] : [`${plan.calls - ended} calls did not end`]),
    ...unaccounted.slice(0, 10),
    ...(doubled === 0 ? [] : [`${doubled} calls did their work twice`]),
    ...(growth <= MOST_GROWTH ? [] : [`the heap grew by ${growth} bytes`]),
    ...leftovers.map((resource) => `left behind: ${resource}`),
    ...(unhandled === 0 ? [] : [`${unhandled} rejections were not handled`]),
  ];
}

for (const transport of transports) {
  const started = performance.now();
  const report = await soak({ ...plan, transport });
  console.log(`\n${transport.name}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  for (const line of said(report)) console.log(line);
  const complaints = wrong(report);
  console.log(complaints.length === 0 ? "every call is accounted for" : complaints.join("\n"));
  if (complaints.length > 0) process.exitCode = 1;
}
