import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { compileInto, run } from "../support/program.js";
import { differences, measured } from "../support/stats.js";
import { type Contender, others, ours } from "./loopback.js";

const table = "Memory of a call in flight, over bare fetch";

/** Their transport is not `fetch`, so that its memory would be counted as well. */
const without = /^(undici|axios|@nangohq|connections-sdk\/node)/;

/** The memory of a call that waits for its response, without that of `fetch` and the connection. */
export const inFlight: Measurement = {
  name: "in-flight",
  measure: (request) =>
    withFolder(async (folder) => {
      const all = [...ours, ...(await others(request, folder))];
      const contenders = all.filter(({ name, texts }) => !without.test(name) && !texts);
      const program = await compileInto(folder, "programs/in-flight.ts");
      const rows: Row[] = [];
      for (const count of [1_000, 10_000]) {
        const bytes = async ({ path, alias = {} }: Contender): Promise<number> => {
          const module = await compileInto(folder, path, { alias });
          // what the program prints
          return (await run(program, [module, count], ["--expose-gc"])) as number;
        };
        const rounds = request.quick ? 3 : 7;
        const bare = await times(rounds, () => bytes({ path: "clients/fetch.ts" } as Contender));
        for (const contender of contenders) {
          const own = await times(rounds, () => bytes(contender));
          const what = `${count.toLocaleString("en-US")} in flight`;
          const label = { table, subject: contender.name, what, unit: "B" } as const;
          rows.push(measured(label, differences(own, bare)));
        }
      }
      return rows;
    }),
};

async function times<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i++) results.push(await run());
  return results;
}
