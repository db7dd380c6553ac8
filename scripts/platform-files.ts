/**
 * Every file that is derived from `platforms.json`: the import paths of the package, how TypeScript
 * finds them in this repository, the request types of all platforms, and the emulator's list. To
 * add a platform, add a line there; `npm run platforms` writes the rest.
 */
import { readFileSync } from "node:fs";
import { format } from "oxfmt";
import { type PlatformList, entries } from "./platform-list.js";

/**
 * The `exports` of package.json. Every path also works with `.js`, as users of Speakeasy's SDKs
 * write it.
 */
function exportsField(list: PlatformList): Readonly<Record<string, unknown>> {
  const fields = entries(list).flatMap(({ path, module }) => {
    const target = {
      import: { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
      require: { types: `./dist/${module}.d.cts`, default: `./dist/${module}.cjs` },
    };
    if (path === "") return [[".", target]];
    return [`./${path}.js`, `./${path}`].map((key) => [key, target]);
  });
  return { ...Object.fromEntries(fields), "./package.json": "./package.json" };
}

/**
 * `typesVersions`: the same for `moduleResolution: node10` of TypeScript 5, which does not read
 * `exports`.
 */
function typesVersions(list: PlatformList): unknown {
  const fields = entries(list)
    .filter(({ path }) => path !== "")
    .flatMap(({ path, module }) =>
      [`${path}.js`, path].map((key) => [key, [`./dist/${module}.d.cts`]]),
    );
  return { "*": Object.fromEntries(fields) };
}

/** The `paths` of tsconfig.json. */
function paths(list: PlatformList): Readonly<Record<string, readonly string[]>> {
  const fields = entries(list).flatMap(({ path, module }) => {
    const target = [`./src/${module}.ts`];
    if (path === "") return [["connections-sdk", target]];
    return [`connections-sdk/${path}.js`, `connections-sdk/${path}`].map((key) => [key, target]);
  });
  return Object.fromEntries(fields);
}

/** `src/testing/platforms.ts`: the emulated platforms, with their types. */
async function emulatorList({ platforms }: PlatformList): Promise<string> {
  const each = (line: (name: string, type: string, title: string) => string): string =>
    platforms
      .map(({ name, title }) => line(name, name[0]?.toUpperCase() + name.slice(1), title))
      .join("\n");
  const source = `${BANNER}${each((name, type) => `import { create${type} } from "./${name}/handlers.js";\nimport type { ${type}Options, ${type}State } from "./${name}/state.js";`)}
import type { Clock } from "./clock.js";
import type { EmulatedPlatform } from "./emulated-platform.js";

/** The names of the emulated platforms. */
export const platformNames = [${platforms.map(({ name }) => JSON.stringify(name)).join(", ")}] as const;

/** The name of an emulated platform. */
export type PlatformName = (typeof platformNames)[number];

/** The options of each emulated platform. Every platform has a small seed by default. */
export interface PlatformOptions {
${each((name, type, title) => `/** Options of the emulated ${title}: its keys and its seed. */\n${name}?: ${type}Options;`)}
}

/** The state of each emulated platform. Tests can read it after a call and change it before one. */
export interface PlatformStates {
${each((name, type, title) => `/** The state of the emulated ${title}. */\nreadonly ${name}: ${type}State;`)}
}

/** The emulated platforms by name. */
export type EmulatedPlatforms = {\n  readonly [Name in PlatformName]: EmulatedPlatform<PlatformStates[Name]>;\n};

/** Creates every platform, each with its own clock. */
export function createPlatforms(options: PlatformOptions, clock: () => Clock): EmulatedPlatforms {
  return {
${each((name, type) => `${name}: create${type}(options.${name} ?? {}, clock()),`)}
  };
}
`;
  const { code } = await format("platforms.ts", source, { printWidth: 100 });
  return code;
}

/**
 * `src/testing/platform-exports.ts`: the exports of `connections-sdk/testing` for each platform.
 */
function emulatorExports({ platforms }: PlatformList): string {
  const lines = platforms.map(({ name }) => `export * from "./${name}/index.js";\n`);
  return `${BANNER}${lines.join("")}`;
}

/**
 * `src/connections/models/operations/platforms.ts`: the requests of the unified API on every
 * platform.
 */
function requestTypes({ platforms }: PlatformList): string {
  const lines = platforms.map(
    ({ name }) => `export type * from "../../platforms/${name}/requests.js";\n`,
  );
  return `${BANNER}${lines.join("")}`;
}

const BANNER =
  "// Written by `npm run platforms` from platforms.json. Add a platform there, not here.\n";

/** Every file that is derived from the list, with its content. */
export async function filesOf(list: PlatformList): Promise<ReadonlyMap<string, string>> {
  // the form that npm defines
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, unknown>;
  const config = JSON.parse(readFileSync("tsconfig.json", "utf8")) as {
    compilerOptions: Record<string, unknown>;
  };
  const root = entries(list)[0]?.module;
  Object.assign(manifest, {
    exports: exportsField(list),
    main: `./dist/${root}.cjs`,
    module: `./dist/${root}.js`,
    types: `./dist/${root}.d.cts`,
    typesVersions: typesVersions(list),
  });
  config.compilerOptions["paths"] = paths(list);
  return new Map([
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["tsconfig.json", `${JSON.stringify(config, null, 2)}\n`],
    ["src/connections/models/operations/platforms.ts", requestTypes(list)],
    ["src/testing/platform-exports.ts", emulatorExports(list)],
    ["src/testing/platforms.ts", await emulatorList(list)],
  ]);
}
