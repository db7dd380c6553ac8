import type { Measurement, Request } from "../measurement.js";
import type { Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { compileInto, run, whileRunning } from "../support/program.js";
import { measured } from "../support/stats.js";
import { type Contender, others, ours } from "./loopback.js";

const rates = "Calls per second, 64 at a time, list of 1";
const tail = "A server of which 1 % of the requests fail";

/** How many calls a process makes per second, and two at once, and what becomes of failures. */
export const rate: Measurement = {
  name: "rate",
  measure: (request) =>
    withFolder(async (folder) => {
      const all = [...ours, ...(await others(request, folder))];
      const contenders = all.filter(({ texts }) => !texts);
      const program = await compileInto(folder, "programs/rate.ts");
      const server = await compileInto(folder, "programs/server.ts");
      const modules = new Map<Contender, string>();
      for (const each of contenders)
        modules.set(each, await compileInto(folder, each.path, { alias: each.alias ?? {} }));
      return await whileRunning(server, (port) => measureAll(request, { modules, program, port }));
    }),
};

interface Setting {
  readonly modules: ReadonlyMap<Contender, string>;
  readonly program: string;
  readonly port: string;
}

/** What the program prints. */
interface Printed {
  readonly rate: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly median: number;
  readonly p99: number;
  readonly p999: number;
}

async function measureAll(
  { quick }: Request,
  { modules, program, port }: Setting,
): Promise<readonly Row[]> {
  const series = new Map<string, { row: Omit<Row, "value">; values: number[] }>();
  const add = (row: Omit<Row, "value">, value: number): void => {
    const key = JSON.stringify(row);
    const known = series.get(key) ?? { row, values: [] };
    known.values.push(value);
    series.set(key, known);
  };
  for (let round = 0; round < (quick ? 3 : 5); round++) {
    for (const [{ name: subject, body }, module] of modules) {
      const call = async (path: string): Promise<Printed> => {
        const url = `http://127.0.0.1:${port}${path}/${body}/1`;
        return (await run(program, [module, url, quick ? 0.5 : 1, 64])) as Printed;
      };
      const alone = await call("");
      const both = await Promise.all([call(""), call("")]);
      add({ table: rates, subject, what: "one process", unit: "calls/s" }, alone.rate);
      const sum = both.reduce((total, each) => total + each.rate, 0);
      add({ table: rates, subject, what: "two processes", unit: "calls/s" }, sum);
      const faulty = await call("/faulty");
      const lost = (faulty.failed / (faulty.succeeded + faulty.failed)) * 10_000;
      add({ table: tail, subject, what: "failed of 10,000", unit: "calls" }, lost);
      add({ table: tail, subject, what: "median", unit: "ms" }, faulty.median);
      add({ table: tail, subject, what: "99 %", unit: "ms" }, faulty.p99);
      add({ table: tail, subject, what: "99.9 %", unit: "ms" }, faulty.p999);
    }
  }
  return [...series.values()].map(({ row, values }) => measured(row, values));
}
