import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Measurement, Request } from "../measurement.js";
import type { Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { counted } from "../support/stats.js";
import { tsc } from "../support/tsc.js";

const table = "Compiling a program of three lines, over an empty one";

/** A program, and where what it imports is installed. */
interface Program {
  readonly subject: string;
  readonly text: string;
  readonly folder: string;
  readonly ours: boolean;
}

/** What the compiler has to do for a user's program, and for the sources of this repository. */
export const types: Measurement = {
  name: "types",
  measure: (request) =>
    withFolder(async (folder) => {
      const rows: Row[] = [];
      for (const program of await programsOf(request, folder)) {
        for (const skipLibCheck of [true, false]) {
          rows.push(...(await measureProgram(program, skipLibCheck)));
        }
      }
      return [...rows, ...(await measureSources(folder))];
    }),
};

async function programsOf({ project, peers }: Request, folder: string): Promise<Program[]> {
  const installed = await project();
  const theirs = (await peers()).map(({ name, program }) => ({
    subject: name,
    text: program,
    folder,
    ours: false,
  }));
  const ours = Object.entries(programs).map(([subject, text]) => ({
    subject,
    text,
    folder: installed,
    ours: true,
  }));
  return [...ours, ...theirs];
}

const programs = {
  "connections-sdk, root SDK": `import { SDK } from "connections-sdk";
const sdk = new SDK({ apiKeyHeader: "key" });
console.log((await sdk.connections.list({ projectIdOrName: "p" })).connections);`,
  "connections-sdk, one function": `import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
console.log((await connectionsList(new SDKNodePlatformCore(), { projectIdOrName: "p" })).ok);`,
};

/** Single-threaded, the compiler does the same every time. */
async function measureProgram(
  { subject, text, folder, ours }: Program,
  skipLibCheck: boolean,
): Promise<readonly Row[]> {
  const project = makeProject(folder, subject, text, skipLibCheck);
  const empty = makeProject(folder, "nothing", `console.log("nothing");\nexport {};`, skipLibCheck);
  // Without skipLibCheck some declarations of others ask for types that only their users could have installed.
  const used = await tsc(project, { evenWithErrors: !ours && !skipLibCheck });
  const none = await tsc(empty);
  const how = skipLibCheck ? "" : ", without skipLibCheck";
  const promised = ours && skipLibCheck;
  return [
    counted(
      {
        table,
        subject,
        what: `instantiations${how}`,
        unit: "instantiations",
        ...(promised && { target: 100 }),
      },
      used.instantiations - none.instantiations,
    ),
    counted(
      { table, subject, what: `memory${how}`, unit: "MB", ...(promised && { target: 5 }) },
      used.memory - none.memory,
    ),
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
