import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import * as modules from "../../size/modules.js";
import type { Measurement, Request } from "../measurement.js";
import { withFolder } from "../support/folder.js";
import { measured } from "../support/stats.js";

const exec = promisify(execFile);

const table = "Loading, CPU over an empty process";

/** A module to load. */
export interface Program {
  readonly subject: string;
  readonly text: string;
  /** The folder where it is installed. */
  readonly folder: string;
}

/**
 * The cost of loading at the start of a process: ours as it is published, the others as they are
 * installed.
 */
export const imports: Measurement = {
  name: "import",
  measure: (request) =>
    withFolder(async (folder) => {
      const programs = await programsOf(request, folder);
      const over = await overNothing(programs, folder, request.quick);
      return programs.map(({ subject }, i) =>
        measured({ table, subject, what: "CPU", unit: "ms" }, over[i] ?? []),
      );
    }),
};

/**
 * The CPU time of loading each module over that of an empty process, in ms, for each run.
 *
 * @param folder - Where the empty process starts.
 */
export async function overNothing(
  programs: readonly Program[],
  folder: string,
  quick: boolean,
): Promise<readonly (readonly number[])[]> {
  const nothing = { subject: "nothing", text: "", folder };
  const over = programs.map((): number[] => []);
  for (let run = 0; run < (quick ? 7 : 15); run++) {
    for (const [i, program] of programs.entries()) {
      // Alternates with an empty process, because the previous process affects the caches.
      const before = await cpu(run % 2 === 0 ? nothing : program);
      const after = await cpu(run % 2 === 0 ? program : nothing);
      over[i]?.push(run % 2 === 0 ? after - before : before - after);
    }
  }
  return over;
}

async function programsOf({ project, peers }: Request, beside: string): Promise<Program[]> {
  const folder = await project();
  const ours = [
    {
      subject: "connections-sdk, one function",
      text: modules.platformFunction,
      folder,
    },
    {
      subject: "connections-sdk, one function on /node",
      text: modules.platformFunctionOnNode,
      folder,
    },
    { subject: "connections-sdk, root SDK", text: modules.rootSDK, folder },
    { subject: "connections-sdk, root SDK by require", text: byRequire, folder },
  ];
  const theirs = (await peers()).flatMap(({ modules }) =>
    Object.entries(modules).map(([subject, text]) => ({ subject, text, folder: beside })),
  );
  return [...ours, ...theirs];
}

const byRequire = `import { createRequire } from "node:module";
createRequire(import.meta.url)("connections-sdk");`;

const report = `const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));`;

async function cpu({ subject, text, folder }: Program): Promise<number> {
  const file = join(folder, `import-${subject.replaceAll(/\W+/g, "-")}.mjs`);
  writeFileSync(file, `${text}\n${report}\n`);
  return Number((await exec(process.execPath, [file])).stdout);
}
