import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Measurement } from "../row.js";
import { differences, measured } from "../support/stats.js";

const exec = promisify(execFile);

const programs = {
  "one function": {
    target: 10,
    text: `import "connections-sdk/ampersand/core.js"; import "connections-sdk/ampersand/funcs/connectionsList.js";`,
  },
  "the SDK": { target: 25, text: `import "connections-sdk";` },
  "the SDK, by require": {
    target: 25,
    text: `import { createRequire } from "node:module"; createRequire(import.meta.url)("connections-sdk");`,
  },
};

/** CPU of loading the build, over a process that loads nothing. */
export const imports: Measurement = {
  name: "import",
  async measure({ quick, project }) {
    const folder = await project();
    writeFileSync(join(folder, "empty.mjs"), report);
    for (const [i, { text }] of Object.values(programs).entries()) {
      writeFileSync(join(folder, `import-${i}.mjs`), text + report);
    }
    const empty: number[] = [];
    const loaded = Object.keys(programs).map((): number[] => []);
    for (let run = 0; run < (quick ? 5 : 21); run++) {
      empty.push(await cpu(join(folder, "empty.mjs")));
      for (const [i, times] of loaded.entries()) {
        times.push(await cpu(join(folder, `import-${i}.mjs`)));
      }
    }
    return Object.entries(programs).map(([name, { target }], i) => {
      const over = differences(loaded[i] ?? [], empty);
      return measured(`import of ${name}, CPU over an empty process`, "ms", over, target);
    });
  },
};

const report = `\nconst { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));\n`;

async function cpu(file: string): Promise<number> {
  return Number((await exec(process.execPath, [file])).stdout);
}
