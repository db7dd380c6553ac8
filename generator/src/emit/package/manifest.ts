import type { Api } from "../../model/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";
import { usesXML } from "../models/xml.js";
import { hasFiles } from "../operations/response.js";
import { mockable } from "./handlers.js";
import { licenseOf } from "./license.js";
import { ZOD, ZOD_TOOL } from "./zod.js";

/** The tools of a generated repository, pinned for reproducible builds. */
export const tools: Readonly<Record<string, string>> = {
  "@opentelemetry/api": "1.9.1",
  "@types/node": "20.19.43",
  msw: "2.15.0",
  tsup: "8.5.1",
  tsx: "4.23.15",
  typescript: "5.9.3",
  vitest: "4.1.12",
};

/** The name of the generator's package and of its command. */
const GENERATOR = "sdkwright";

/** What `src/lib/xml` imports. Later versions need a newer Node. */
const XML_PARSER = { "@rgrove/parse-xml": "^4.2.3" };

/**
 * package.json. No runtime dependencies, except for an API that speaks XML and for an SDK that
 * validates with zod; msw is only for users of the handlers, OpenTelemetry for those of `./otel`,
 * and zod for those of `./zod`.
 */
export function emitManifest(api: Api, options: EmitOptions): OutputFile {
  const { additionalDependencies: added = {}, generatorPackage, validation } = options;
  const dependencies = {
    ...(usesXML(api) && XML_PARSER),
    ...(validation !== undefined && ZOD),
  };
  const isZodOptional = validation === undefined && options.zodSchemas !== undefined;
  const manifest = {
    name: options.packageName,
    version: options.packageVersion,
    description: (api.info.docs.summary ?? `Typed SDK for ${api.info.title}`)
      .replace(/\s+/g, " ")
      .trim(),
    ...(options.author === undefined ? {} : { author: options.author }),
    license: licenseOf(options),
    ...(options.repository === undefined ? {} : { repository: repositoryOf(options.repository) }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    files: ["dist", "src", "docs", "CHANGELOG.md"],
    exports: exportsMap(api, options),
    scripts: {
      build: "tsup && node scripts/declarations.mjs",
      typecheck: "tsc --noEmit",
      test: mockable(api).length > 0 ? "vitest run" : "vitest run --passWithNoTests",
      check: "npm run typecheck && npm test && npm run build",
      prepack: "npm run build",
      ...(generatorPackage !== undefined && generatorScripts),
    },
    dependencies:
      Object.keys(dependencies).length > 0
        ? sorted({ ...dependencies, ...added.dependencies })
        : added.dependencies,
    peerDependencies: sorted({
      ...added.peerDependencies,
      "@opentelemetry/api": ">=1.9 <2",
      msw: ">=2.11 <4",
      ...(isZodOptional && ZOD),
    }),
    peerDependenciesMeta: {
      "@opentelemetry/api": { optional: true },
      msw: { optional: true },
      ...(isZodOptional && { zod: { optional: true } }),
    },
    devDependencies: sorted({
      ...added.devDependencies,
      ...tools,
      ...(isZodOptional && ZOD_TOOL),
      ...(generatorPackage !== undefined && { [GENERATOR]: generatorPackage }),
    }),
    // The newest rollup whose platform packages are in all registries. With others `npm ci` may
    // reject the lock file.
    overrides: { rollup: "4.67.4" },
    // Both work without their install scripts.
    allowScripts: { esbuild: false, msw: false },
  };
  return { path: "package.json", text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}

/** The scripts of a package that depends on the generator. */
const generatorScripts = {
  generate: `${GENERATOR} generate`,
  "generate:check": `${GENERATOR} check`,
};

/** As npm writes it, and as provenance requires it. */
function repositoryOf(url: string): unknown {
  return { type: "git", url: `git+${url.replace(/\/$/, "").replace(/(?:\.git)?$/, ".git")}` };
}

function entry(file: string): unknown {
  return {
    import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
    require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
  };
}

function exportsMap(api: Api, { zodSchemas }: EmitOptions): Readonly<Record<string, unknown>> {
  return {
    ".": entry("index"),
    "./core": entry("core"),
    "./core.js": entry("core"),
    "./funcs/*": entry("funcs/*"),
    "./funcs/*.js": entry("funcs/*"),
    "./models/*": entry("models/*/index"),
    "./models/*.js": entry("models/*/index"),
    "./models/*/index.js": entry("models/*/index"),
    "./otel": entry("lib/otel/index"),
    "./otel.js": entry("lib/otel/index"),
    "./testing": entry("testing/handlers"),
    "./testing.js": entry("testing/handlers"),
    ...(zodSchemas && { "./zod": entry("zod/index"), "./zod.js": entry("zod/index") }),
    ...(hasFiles(api) && {
      "./node": entry("lib/node/index"),
      "./node.js": entry("lib/node/index"),
    }),
    ...(api.webhooks && { "./webhooks": entry("webhooks"), "./webhooks.js": entry("webhooks") }),
    "./package.json": "./package.json",
  };
}

function sorted(members: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(members);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
