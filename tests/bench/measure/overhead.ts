import type { Measurement, Row } from "../row.js";
import { runProgram } from "../support/program.js";
import { differences, measured } from "../support/stats.js";

/** What a call costs beyond a bare one, without a network: checking the answer is part of it. */
export const overhead: Measurement = {
  name: "overhead",
  async measure({ quick }) {
    const pace = quick ? [6, 25] : [20, 60];
    return [...(await measureList(1, pace)), ...(await measureList(10, pace))];
  },
};

async function measureList(count: number, pace: readonly number[]): Promise<readonly Row[]> {
  // What the program prints.
  const { bare, ...variants } = (await runProgram("overhead", [count, ...pace])) as Printed;
  const what = `in memory, list of ${count}`;
  return [
    measured(`${what}: a bare call`, "us", bare),
    ...Object.entries(variants).map(([name, values]) =>
      measured(
        `${what}: ${labels[name] ?? name}, over a bare call`,
        "us",
        differences(values, bare),
      ),
    ),
  ];
}

type Printed = Readonly<Record<string, number[]>> & { readonly bare: number[] };

const labels: Readonly<Record<string, string>> = {
  function: "function",
  untimed: "function, timeoutMs: 0",
  method: "method of the root SDK",
};
