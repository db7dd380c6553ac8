import type { Measurement, Row } from "../row.js";
import { runProgram } from "../support/program.js";
import { measured, ratios } from "../support/stats.js";

/** What a checked answer costs, JSON.parse being 1. */
export const decode: Measurement = {
  name: "decode",
  async measure({ quick }) {
    const pace = quick ? [5, 25] : [20, 60];
    const rows: Row[] = [];
    for (const count of [10, 1_000]) {
      for (const texts of [false, true]) {
        const { parse, decoded } = (await runProgram("decode", [count, ...pace], { texts })) as {
          parse: number[];
          decoded: number[];
        }; // what the program prints
        const name = `decode ${count} connections${texts ? ", instants as texts" : ""}, over JSON.parse`;
        rows.push(measured(name, "x", ratios(decoded, parse)));
      }
    }
    return rows;
  },
};
