import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { repository } from "../../size/bundle.js";
import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { counted } from "../support/stats.js";

const table = "Memory over the idle process, 1 GB sent or received";

/** The most memory that a transfer of 1 GB takes, as `npm run test:memory` measures it. */
export const transfers: Measurement = {
  name: "transfers",
  async measure() {
    const rows: Row[] = [];
    for (const script of ["upload", "download"]) {
      const args = ["--expose-gc", "--import", "tsx", `tests/memory/${script}.mjs`];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        cwd: repository,
      });
      for (const [, what = "", kind = "", over] of stdout.matchAll(LINE))
        rows.push(
          counted(
            { table, subject: `${script}: ${kind}`, what, unit: "MB", target: 64 },
            Number(over),
          ),
        );
    }
    if (rows.length === 0) throw new Error("tests/memory printed no numbers");
    return rows;
  },
};

/** `fetch          an async generator       12 MB over   90 MB idle, 800 ms` */
const LINE = /^(\S+) +(.+?) +(\d+) MB over/gm;
