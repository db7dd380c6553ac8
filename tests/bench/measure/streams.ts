import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { compileInto, run } from "../support/program.js";
import type { Times } from "../support/rounds.js";
import { measured, ratios } from "../support/stats.js";

const parsing = "Parsing event streams, CPU, eventsource-parser = 1";
const reading = "Reading a response of events to its end, CPU, openai = 1";

/** How much of a stream comes at once, in bytes. */
const PIECES = [65_536, 1_024, 64];

/** What events cost, compared with other parsers. */
export const streams: Measurement = {
  name: "streams",
  async measure({ quick, peers }) {
    if ((await peers()).length === 0) return []; // only ratios
    const pace = quick ? [6, 25] : [20, 60];
    return withFolder(async (folder) =>
      rowsOf(await compileInto(folder, "peers/streams.ts"), pace),
    );
  },
};

async function rowsOf(program: string, pace: readonly number[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of PIECES)
    for (const shape of ["data", "event"]) {
      // what the program prints
      const times = (await run(program, [shape, size, ...pace])) as Record<
        "ours" | "parser" | "response" | "openai",
        Times
      >;
      const what = size === 64 ? "pieces of 64 B" : `pieces of ${size / 1_024} KiB`;
      const subject = shape === "data" ? "data alone" : "type and data";
      rows.push(
        measured(
          { table: parsing, subject, what, unit: "x", target: 1 },
          ratios(times.ours.cpu, times.parser.cpu),
        ),
        measured(
          { table: reading, subject, what, unit: "x", target: 1 },
          ratios(times.response.cpu, times.openai.cpu),
        ),
      );
    }
  return rows;
}
