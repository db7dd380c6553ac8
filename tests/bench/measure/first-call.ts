import type { Measurement } from "../measurement.js";
import { withFolder } from "../support/folder.js";
import { compileInto, run, whileRunning } from "../support/program.js";
import { differences, measured } from "../support/stats.js";
import { others, ours } from "./loopback.js";

const table = "The first call of a fresh process, over bare fetch";

/** What the first call costs beyond that of bare `fetch`: loading the client, most of all. */
export const firstCall: Measurement = {
  name: "first-call",
  measure: (request) =>
    withFolder(async (folder) => {
      const contenders = [...ours, ...(await others(request, folder))];
      const program = await compileInto(folder, "programs/first-call.ts");
      const server = await compileInto(folder, "programs/server.ts");
      return await whileRunning(server, async (port) => {
        const modules = [];
        for (const { path, texts = false, alias = {} } of contenders)
          modules.push(await compileInto(folder, path, { texts, alias }));
        const bare = modules[contenders.findIndex(({ name }) => name === "fetch")] ?? "";
        const cpu = contenders.map((): number[] => []);
        const wall = contenders.map((): number[] => []);
        for (let round = 0; round < (request.quick ? 5 : 15); round++) {
          for (const [i, { body }] of contenders.entries()) {
            const call = async (module: string, of: string): Promise<Printed> =>
              (await run(program, [module, `http://127.0.0.1:${port}/${of}/1`])) as Printed;
            const base = await call(bare, "ampersand");
            const own = await call(modules[i] ?? "", body);
            cpu[i]?.push(...differences([own.cpu], [base.cpu]));
            wall[i]?.push(...differences([own.wall], [base.wall]));
          }
        }
        return contenders.flatMap(({ name: subject }, i) => [
          measured({ table, subject, what: "CPU", unit: "ms" }, cpu[i] ?? []),
          measured({ table, subject, what: "time", unit: "ms" }, wall[i] ?? []),
        ]);
      });
    }),
};

/** What the program prints. */
interface Printed {
  readonly cpu: number;
  readonly wall: number;
}
