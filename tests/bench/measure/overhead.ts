import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { runProgram } from "../support/program.js";
import type { Times } from "../support/rounds.js";
import { differences, measured } from "../support/stats.js";

const table = "A call in memory, CPU";

/** The cost of a call over a bare one, without a network. Includes validation of the response. */
export const overhead: Measurement = {
  name: "overhead",
  async measure({ quick }) {
    const pace = quick ? [6, 25] : [20, 60];
    const rows: Row[] = [];
    for (const count of [0, 1, 10]) rows.push(...(await measureList(count, pace)));
    return rows;
  },
};

async function measureList(count: number, pace: readonly number[]): Promise<readonly Row[]> {
  // the output of the program
  const { bare, ...variants } = (await runProgram("overhead", [count, ...pace])) as Printed;
  const what = count === 0 ? "empty list" : `list of ${count}`;
  return [
    measured({ table, subject: "a bare call", what, unit: "us" }, bare.cpu),
    ...Object.entries(variants).map(([name, { cpu }]) =>
      measured(
        {
          table,
          subject: `${labels[name] ?? name}, over a bare call`,
          what,
          unit: "us",
        },
        differences(cpu, bare.cpu),
      ),
    ),
  ];
}

type Printed = Readonly<Record<string, Times>> & { readonly bare: Times };

const labels: Readonly<Record<string, string>> = {
  function: "function",
  untimed: "function, timeoutMs: 0",
  method: "method of the root SDK",
};
