import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Measurement } from "../measurement.js";
import type { Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { counted } from "../support/stats.js";
import { type Diagnostics, tsc } from "../support/tsc.js";

const table = "Compiling a program of three lines, over an empty one";

/** A program, and the folder where its imports are installed. */
interface Program {
  readonly subject: string;
  readonly text: string;
  readonly folder: string;
  /**
   * Whether errors in its declarations are allowed, because they refer to types that users have to
   * install.
   */
  readonly mayFail?: boolean;
}

/** The work of the compiler over an empty program, with and without `skipLibCheck`. */
interface Costs {
  readonly skipping: Diagnostics;
  readonly checking: Diagnostics;
}

/** The work of the compiler for a user's program, and for the sources of this repository. */
export const types: Measurement = {
  name: "types",
  measure: (request) =>
    withFolder(async (folder) => {
      const zod = { subject: "zod/v4/core, one type", text: typeOfZod, folder };
      const costsOfZod = await costs(zod);
      const promise = {
        skipping: { instantiations: 100, memory: 5 },
        checking: costsOfZod.checking,
      };
      const installed = await request.project();
      const rows: Row[] = [];
      for (const [subject, text] of Object.entries(programs)) {
        rows.push(...rowsOf(subject, await costs({ subject, text, folder: installed }), promise));
      }
      for (const { name, program } of await request.peers()) {
        const theirs = { subject: name, text: program, folder, mayFail: true };
        rows.push(...rowsOf(name, await costs(theirs)));
      }
      return [...rows, ...rowsOf(zod.subject, costsOfZod), ...(await measureSources(folder))];
    }),
};

const programs = {
  "connections-sdk, root SDK": `import { SDK } from "connections-sdk";
const sdk = new SDK({ apiKeyHeader: "key" });
console.log((await sdk.connections.list({ projectIdOrName: "p" })).connections);`,
  "connections-sdk, one function": `import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
console.log((await connectionsList(new SDKNodePlatformCore(), { projectIdOrName: "p" })).ok);`,
};

/** The minimum cost of anything based on zod's types. */
const typeOfZod = `import type { $ZodType } from "zod/v4/core";
declare const schema: $ZodType<string>;
console.log(schema._zod.output);`;

const nothing = `console.log("nothing");\nexport {};`;

/** Single-threaded, the compiler does the same work every time. */
async function costs({ subject, text, folder, mayFail = false }: Program): Promise<Costs> {
  const over = async (skipLibCheck: boolean): Promise<Diagnostics> => {
    const options = { evenWithErrors: mayFail && !skipLibCheck };
    const used = await tsc(makeProject(folder, subject, text, skipLibCheck), options);
    const none = await tsc(makeProject(folder, "nothing", nothing, skipLibCheck));
    return {
      instantiations: used.instantiations - none.instantiations,
      memory: used.memory - none.memory,
    };
  };
  return { skipping: await over(true), checking: await over(false) };
}

function rowsOf(subject: string, { skipping, checking }: Costs, promise?: Costs): readonly Row[] {
  return [
    ...rowsOfOne({ subject, how: "" }, skipping, promise?.skipping),
    ...rowsOfOne({ subject, how: ", without skipLibCheck" }, checking, promise?.checking),
  ];
}

function rowsOfOne(
  { subject, how }: { subject: string; how: string },
  { instantiations, memory }: Diagnostics,
  promise?: Diagnostics,
): readonly Row[] {
  const label = { table, subject };
  const many = { what: `instantiations${how}`, unit: "instantiations" } as const;
  const much = { what: `memory${how}`, unit: "MB" } as const;
  return [
    counted({ ...label, ...many, target: promise?.instantiations }, instantiations),
    counted({ ...label, ...much, target: promise?.memory }, memory),
  ];
}

function makeProject(parent: string, name: string, text: string, skipLibCheck: boolean): string {
  const kind = skipLibCheck ? "skipping" : "checking";
  const folder = join(parent, `types-${name.replaceAll(/\W+/g, "-")}-${kind}`);
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    types: [],
    skipLibCheck,
  };
  writeFileSync(join(folder, "main.mts"), text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*"] }));
  return folder;
}

async function measureSources(folder: string): Promise<readonly Row[]> {
  const config = {
    extends: join(repository, "tsconfig.json"),
    include: [join(repository, "src")],
    exclude: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { instantiations, memory } = await tsc(folder);
  const label = {
    table: "Compiling sources",
    subject: "src of this repository",
  };
  return [
    counted({ ...label, what: "instantiations", unit: "instantiations" }, instantiations),
    counted({ ...label, what: "memory", unit: "MB" }, memory),
  ];
}
