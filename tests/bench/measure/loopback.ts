import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Measurement, Request } from "../measurement.js";
import type { Row } from "../row.js";
import type { BodyName } from "../support/bodies.js";
import { withFolder } from "../support/folder.js";
import { callableGenerators, generateSources } from "../support/generators.js";
import { compileInto, run, whileRunning } from "../support/program.js";
import type { Times } from "../support/rounds.js";
import { measured, ratios } from "../support/stats.js";

/** Whose calls are measured. */
export interface Contender {
  readonly name: string;
  /** The module that makes the client, below `tests/bench`. */
  readonly path: string;
  readonly body: BodyName;
  readonly texts?: boolean;
  /** Generated sources that it imports. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** Ours, and what all are compared with. */
export const ours: readonly Contender[] = [
  {
    name: "connections-sdk",
    path: "clients/sdk.ts",
    body: "ampersand",
  },
  {
    name: "connections-sdk, date-times as strings",
    path: "clients/sdk.ts",
    body: "ampersand",
    texts: true,
  },
  {
    name: "connections-sdk/node",
    path: "clients/node.ts",
    body: "ampersand",
  },
  // Against itself: how far its ratio is from 1 is what the method cannot tell.
  { name: "fetch", path: "clients/fetch.ts", body: "ampersand" },
  { name: "fetch with a deadline", path: "clients/fetch-with-deadline.ts", body: "ampersand" },
];

/** Quick runs leave out what is not always done. */
const cases = [
  { what: "get one", count: 0, always: false },
  { what: "list of 1", count: 1, always: true },
  { what: "list of 100", count: 100, always: false },
  { what: "list of 1,000", count: 1_000, always: true },
  { what: "list of 10,000", count: 10_000, always: false },
] as const;

type Case = (typeof cases)[number];

const ratio = "A call over loopback, CPU, fetch = 1";
const fair = "A call over loopback, CPU, fetch with a deadline = 1";
const cpu = "A call over loopback, CPU";
const rate = "Calls over loopback per second";

/**
 * What a call over loopback costs the client, beside bare `fetch` and `json()`. The server is
 * another process.
 */
export const loopback: Measurement = {
  name: "loopback",
  async measure(request) {
    return await withFolder(async (folder) => {
      const contenders = [...ours, ...(await others(request, folder))];
      const program = await compileInto(folder, "programs/loopback.ts");
      const server = await compileInto(folder, "programs/server.ts");
      return await whileRunning(server, async (port) => {
        const rows: Row[] = [];
        for (const contender of contenders) {
          const { path, texts = false, alias = {} } = contender;
          const module = await compileInto(folder, path, { texts, alias });
          rows.push(...(await measureOne(contender, { ...request, program, module, port })));
        }
        return rows;
      });
    });
  },
};

/** The other clients, and those that other generators write for the same document. */
export async function others({ peers }: Request, folder: string): Promise<readonly Contender[]> {
  const all = await peers();
  if (all.length === 0) return [];
  const written = [];
  for (const generator of callableGenerators) {
    const sources = await generateSources(generator, join(repository, AMPERSAND), folder);
    const { name } = generator;
    const alias = { "hey-api-sources": sources };
    written.push({ name, path: "peers/hey-api.ts", body: "ampersand", alias } as const);
  }
  return [
    ...all.map(({ name, file, body }) => ({ name, path: `peers/${file}`, body })),
    { name: "undici, dispatch", path: "peers/undici-dispatch.ts", body: "ampersand" },
    ...written,
  ];
}

/** The document that the benchmark's server imitates. */
const AMPERSAND = ".speakeasy/ampersand/openapi.yaml";

/** Where things are, and how long to measure. */
interface Setting {
  readonly program: string;
  readonly module: string;
  readonly port: string;
  readonly quick: boolean;
}

async function measureOne(contender: Contender, setting: Setting): Promise<readonly Row[]> {
  const { program, module, port, quick } = setting;
  const rows: Row[] = [];
  for (const each of cases) {
    if (quick && !each.always) continue;
    for (const together of [1, 64]) {
      if ((quick || each.count > 1_000) && each.count >= 1_000 && together > 1) continue;
      const url = `http://127.0.0.1:${port}/${contender.body}/${each.count}`;
      const args = [module, url, each.count, together, ...pace(each, together, quick)];
      const printed = (await run(program, args)) as Printed;
      rows.push(...rowsOf(contender, each.what, together, printed));
    }
  }
  return rows;
}

/**
 * Rounds, ms of a slice and ms of warming up. Short slices and many of them, because the load of
 * the machine changes; but one of 64 lists of 1,000 takes a second already. Servers run for days,
 * so calls are measured once they are compiled, which takes thousands.
 */
function pace({ count }: Case, together: number, quick: boolean): readonly number[] {
  if (count === 10_000) return [10, 100, 1_500];
  if (count === 1_000 && together > 1) return [6, 25, 800];
  return quick ? [16, 25, 1_500] : [40, 25, 3_000];
}

/** What the program prints. */
interface Printed {
  readonly bare: Times;
  readonly deadline: Times;
  readonly client: Times;
}

function rowsOf(
  { name: subject }: Contender,
  label: string,
  together: number,
  { bare, deadline, client }: Printed,
): readonly Row[] {
  const what = `${label}, ${together} at a time`;
  const rates = client.wall.map((wall) => 1e6 / wall);
  return [
    measured({ table: ratio, subject, what, unit: "x" }, ratios(client.cpu, bare.cpu)),
    measured({ table: fair, subject, what, unit: "x" }, ratios(client.cpu, deadline.cpu)),
    measured({ table: cpu, subject, what, unit: "us" }, client.cpu),
    measured({ table: rate, subject, what, unit: "calls/s" }, rates),
  ];
}
