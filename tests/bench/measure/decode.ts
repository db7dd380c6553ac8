import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { runProgram } from "../support/program.js";
import type { Times } from "../support/rounds.js";
import { measured, ratios } from "../support/stats.js";

const table = "Parsing and validating in memory, CPU, JSON.parse = 1";

/** What a checked answer costs, JSON.parse being 1. */
export const decode: Measurement = {
  name: "decode",
  async measure({ quick }) {
    const pace = quick ? [5, 25] : [20, 60];
    const rows: Row[] = [];
    for (const texts of [false, true]) {
      const subject = `date-times as ${texts ? "strings" : "Dates"}`;
      for (const count of [1, 10, 1_000, 10_000]) {
        const { parse, decoded } = (await runProgram("decode", [count, ...pace], { texts })) as {
          parse: Times;
          decoded: Times;
        }; // what the program prints
        const what = `${count.toLocaleString("en-US")} connections`;
        rows.push(measured({ table, subject, what, unit: "x" }, ratios(decoded.cpu, parse.cpu)));
      }
    }
    return rows;
  },
};
