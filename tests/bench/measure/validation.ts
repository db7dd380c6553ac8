import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, repository } from "../../size/bundle.js";
import {
  type Engine,
  type ValidatingSDKs,
  engines,
  functionOf,
  validatingSDKs,
} from "../../support/validating-sdks.js";
import type { Measurement } from "../measurement.js";
import type { Label, Row } from "../row.js";
import { withFolder } from "../support/folder.js";
import { compileInto, run } from "../support/program.js";
import type { Times } from "../support/rounds.js";
import { counted, measured, ratios } from "../support/stats.js";
import { emit, tsc } from "../support/tsc.js";
import { overNothing } from "./imports.js";

/** The title of the table, which docs/validation.md shows too. */
export const VALIDATION = "Validation by engine, one function of Ampersand's SDK";

/** The column for reading a list of so many connections. */
export function reading(count: number): string {
  return `list of ${count.toLocaleString("en-US")}, CPU, JSON.parse = 1`;
}

/** What an SDK costs by what it validates with. */
export const validation: Measurement = {
  name: "validation",
  async measure({ quick }) {
    const sdks = await validatingSDKs();
    try {
      const modules = await Promise.all(engines.map((engine) => moduleOf(engine, sdks)));
      return [
        ...modules.map(({ engine, gzip }) =>
          counted({ ...labelOf(engine, "bundle, gzip"), unit: "B" }, gzip),
        ),
        ...(await decoding(sdks, quick)),
        ...(await loading(modules, quick)),
        ...(await compiling(sdks)),
      ];
    } finally {
      sdks.remove();
    }
  },
};

function labelOf(engine: Engine, what: string): Omit<Label, "unit"> {
  return { table: VALIDATION, subject: engine, what };
}

/** One function with its core, bundled. */
interface Module {
  readonly engine: Engine;
  readonly code: string;
  readonly gzip: number;
}

async function moduleOf(engine: Engine, { folder }: ValidatingSDKs): Promise<Module> {
  const { code, gzip } = await bundle(functionOf(engine), { folder });
  return { engine, code, gzip };
}

/** What the program prints. */
interface Decoding {
  /** How often the engine made code from a string, which content security policies forbid. */
  readonly evaluated: number;
  readonly parse: Times;
  readonly decoded: Times;
}

/** Reads lists of connections from JSON, as a response is read. */
async function decoding({ folder }: ValidatingSDKs, quick: boolean): Promise<readonly Row[]> {
  const pace = quick ? [5, 25] : [20, 60];
  const rows: Row[] = [];
  for (const engine of engines) {
    const models = join(folder, engine, "models/components/connections.ts");
    await withFolder(async (place) => {
      const alias = { "models-of-the-engine": models };
      const program = await compileInto(place, "programs/validation.ts", { alias });
      let calls = 0;
      for (const count of [1, 1_000]) {
        const printed = (await run(program, [count, ...pace])) as Decoding;
        const { cpu } = printed.decoded;
        calls += printed.evaluated;
        rows.push(
          measured(
            { ...labelOf(engine, reading(count)), unit: "x" },
            ratios(cpu, printed.parse.cpu),
          ),
        );
      }
      rows.push(counted({ ...labelOf(engine, "code from strings"), unit: "calls" }, calls / 2));
    });
  }
  return rows;
}

/** Loads the bundle in a fresh process. */
function loading(modules: readonly Module[], quick: boolean): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const programs = modules.map(({ engine, code }) => ({ subject: engine, text: code, folder }));
    const over = await overNothing(programs, folder, quick);
    return modules.map(({ engine }, i) =>
      measured({ ...labelOf(engine, "loading, CPU"), unit: "ms" }, over[i] ?? []),
    );
  });
}

/** Compiles a program that makes one call, against the declarations of the SDK. */
async function compiling({ folder }: ValidatingSDKs): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const engine of engines) {
    const types = join(folder, `types-${engine}`);
    await emit({
      folder,
      name: `emit-${engine}`,
      include: [join(folder, engine)],
      rootDir: repository,
      outDir: types,
    });
    const sdk = `./${join(folder, engine).slice(repository.length)}`;
    const { instantiations, memory } = await costOf(types, programWith(sdk));
    const nothing = await costOf(types, `console.log("nothing");\nexport {};`);
    rows.push(
      counted(
        { ...labelOf(engine, "compiling a call"), unit: "instantiations" },
        instantiations - nothing.instantiations,
      ),
      counted({ ...labelOf(engine, "its memory"), unit: "MB" }, memory - nothing.memory),
    );
  }
  return rows;
}

function programWith(sdk: string): string {
  return `import { SDKNodePlatformCore } from "${sdk}/core.js";
import { connectionsList } from "${sdk}/funcs/connectionsList.js";
console.log((await connectionsList(new SDKNodePlatformCore(), { projectIdOrName: "p" })).ok);`;
}

function costOf(folder: string, text: string): ReturnType<typeof tsc> {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"],
    module: "nodenext",
    strict: true,
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(join(folder, "main.mts"), text);
  const config = { compilerOptions, files: ["main.mts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return tsc(folder);
}
