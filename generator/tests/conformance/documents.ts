import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pagingOverlay } from "./paging.js";
import { importFrom, packageFolder, sandbox, versionOf } from "./workspace.js";

/** An OpenAPI document that TypeSpec wrote. */
export interface SpecDocument {
  /** Unique, and fit for the name of a folder: `versioning-added.v1`. */
  readonly key: string;
  /** The folder of the spec: `versioning/added`. */
  readonly folder: string;
  readonly file: string;
  /** The overlay that says how its operations page. */
  readonly overlay: string | undefined;
}

/** The version of OpenAPI that the specs are compiled to. */
export const OPENAPI_VERSION = "3.1.0";

const specs = join(packageFolder("@typespec/http-specs"), "specs");
const out = join(sandbox, "documents");

/** The part of the compiler that is needed here. */
interface Compiler {
  readonly NodeHost: unknown;
  readonly compile: (host: unknown, main: string, options: object) => Promise<unknown>;
}

/** The part of the emitter that is needed here. */
interface Emitter {
  readonly getOpenAPI3: (program: unknown, options: object) => Promise<readonly Service[]>;
}

interface Record {
  readonly document: object;
  readonly version?: string;
}

type Service = { readonly service: { readonly type: { readonly name: string } } } & (
  | ({ readonly versioned: false } & Record)
  | { readonly versioned: true; readonly versions: readonly Record[] }
);

/** Compiles every spec to OpenAPI, unless that was done with the same versions before. */
export async function specDocuments(): Promise<readonly SpecDocument[]> {
  const made = join(out, "made.json");
  const versions = JSON.stringify({
    specs: versionOf("@typespec/http-specs"),
    emitter: versionOf("@typespec/openapi3"),
    openapi: OPENAPI_VERSION,
  });
  if (!existsSync(made) || readFileSync(made, "utf8") !== versions) {
    rmSync(out, { recursive: true, force: true });
    await compileAll();
    writeFileSync(made, versions);
  }
  const names = readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.includes("/") && name.endsWith(".json"));
  names.sort();
  return names.map((name) => {
    const folder = dirname(name);
    const version = /^[^.]*\.(.+)\.json$/.exec(name.slice(folder.length + 1))?.[1];
    const key = folder.replaceAll("/", "-") + (version === undefined ? "" : `.${version}`);
    const file = join(out, name);
    const overlay = overlayOf(file);
    return { key, folder, file, overlay: existsSync(overlay) ? overlay : undefined };
  });
}

function overlayOf(file: string): string {
  return file.replace(/\.json$/, ".overlay.yaml");
}

async function compileAll(): Promise<void> {
  const { compile, NodeHost } = await importFrom<Compiler>("@typespec/compiler");
  const { getOpenAPI3 } = await importFrom<Emitter>("@typespec/openapi3");
  withEmptyConstructor();
  const names = readdirSync(specs, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((each) => each.endsWith("main.tsp"))) {
    const folder = dirname(name).replaceAll("\\", "/");
    console.error(`compiling ${folder}`);
    const program = await compile(NodeHost, join(specs, name), { noEmit: true });
    const overlay = await pagingOverlay(program);
    mkdirSync(join(out, folder), { recursive: true });
    for (const service of await getOpenAPI3(program, { "openapi-versions": [OPENAPI_VERSION] })) {
      for (const { document, version } of service.versioned ? service.versions : [service]) {
        const file = [service.service.type.name, version, "json"].filter(Boolean).join(".");
        writeFileSync(join(out, folder, file), JSON.stringify(document, undefined, 2));
        if (overlay) writeFileSync(overlayOf(join(out, folder, file)), JSON.stringify(overlay));
      }
    }
  }
}

/**
 * The emitter looks up the examples of a parameter by its name in `{}`. For a parameter named
 * `constructor` it finds `Object`, takes it for a list of one example, and fails. An empty list it
 * skips.
 */
function withEmptyConstructor(): void {
  Object.defineProperty(Object, "length", { value: 0 });
}
