import type { Measurement, Row } from "../row.js";
import { runProgram, whileRunning } from "../support/program.js";
import { measured, ratios } from "../support/stats.js";

interface Case {
  readonly what: string;
  readonly label: string;
  readonly target?: number;
  readonly texts?: boolean;
}

const cases: readonly Case[] = [
  { what: "get", label: "get one", target: 1.15 },
  { what: "list1", label: "list of 1", target: 1.15 },
  { what: "list100", label: "list of 100" },
  { what: "list1000", label: "list of 1,000", target: 1.6 },
  { what: "list1000", label: "list of 1,000, instants as texts", target: 1.3, texts: true },
];

/** CPU of the client per call over loopback, bare `fetch` and `json()` being 1. The server is another process. */
export const loopback: Measurement = {
  name: "loopback",
  measure: ({ quick }) =>
    whileRunning("server", async (port) => {
      const rows: Row[] = [];
      for (const { what, label, target, texts = false } of cases) {
        if (quick && target === undefined) continue;
        for (const concurrency of quick ? [1] : [1, 64]) {
          const args = [port, what, concurrency, ...(quick ? [6, 80] : [12, 160])];
          const { bare, sdk } = (await runProgram("loopback", args, { texts })) as {
            bare: number[];
            sdk: number[];
          }; // what the program prints
          const name = `loopback, ${label}, ${concurrency} at a time, over fetch`;
          rows.push(measured(name, "x", ratios(sdk, bare), target));
        }
      }
      return rows;
    }),
};
