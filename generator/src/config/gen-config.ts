import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, hasErrors } from "../diagnostics/stage-result.js";
import { type Json, type JsonObject, show } from "../document/json.js";
import { append } from "../document/pointer.js";
import type { Flavour } from "../output/emit-options.js";
import { GEN_KEYS, GEN_SECTIONS } from "./ignored-keys.js";
import { type KnownKeys, checkKeys } from "./keys.js";
import { type Reader, reader } from "./reader.js";

/** The options of `gen.yaml` for one SDK. The caller has defaults for what is absent. */
export interface GenConfig {
  readonly sdkClassName?: string;
  /** Replaces the servers of the document. */
  readonly baseServerUrl?: string;
  readonly version?: string;
  readonly packageName?: string;
  readonly author?: string;
  readonly license?: string;
  /** Not in Speakeasy: the `https` URL of the Git repository. */
  readonly repository?: string;
  readonly envVarPrefix?: string;
  readonly flattenGlobalSecurity?: boolean;
  readonly maxMethodParams?: number;
  readonly dateTime?: "date" | "string";
  /** Not in Speakeasy: false for error classes of their own for each operation. */
  readonly sharedErrors?: boolean;
  /** Not in Speakeasy: where the declared headers of a success are. */
  readonly responseHeaders?: "inspect" | "result";
  /** Not in Speakeasy: whether a binary response is read as a whole or as a stream. */
  readonly binaryResponses?: "bytes" | "stream";
  /** What becomes of a response that does not fit its schema. */
  readonly laxMode?: "lax" | "strict";
  /** What validates. Speakeasy's `zodVersion` says the same. */
  readonly validation?: "builtin" | Flavour;
  /** Not in Speakeasy: schemas of zod beside an SDK that validates with its own engine. */
  readonly zodSchemas?: Flavour;
  readonly additionalDependencies?: Dependencies;
  /** Not in Speakeasy: which operations are idempotent or not, by operation ID. */
  readonly idempotent?: {
    /** Where it is, for diagnostics. */
    readonly pointer: string;
    readonly operations: ReadonlyMap<string, boolean>;
  };
  /** Not in Speakeasy: whether the SDK has a file for hooks. */
  readonly hooks?: boolean;
  /** Whether marked regions of generated files are their owner's. */
  readonly customCodeRegions?: boolean;
  /** Not in Speakeasy: the header of the keys that calls which are not idempotent send. */
  readonly idempotencyKeyHeader?: string;
  /** Not in Speakeasy: where npm gets this generator, for a package that generates itself. */
  readonly generatorPackage?: string;
  /** Not in Speakeasy: write into an existing package. */
  readonly embed?: {
    readonly source: string;
    readonly runtime: string;
    /** Without it no pages are written. */
    readonly docs?: string;
  };
}

/** As in package.json. */
export interface Dependencies {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const TOP: KnownKeys = {
  supported: ["configVersion", "generation", "typescript"],
  ignored: GEN_SECTIONS,
};
const GENERATION: KnownKeys = {
  supported: ["sdkClassName", "baseServerUrl", "enableCustomCodeRegions"],
  ignored: GEN_KEYS,
};
const TYPESCRIPT: KnownKeys = {
  supported: [
    "version",
    "packageName",
    "author",
    "license",
    "repository",
    "envVarPrefix",
    "enumFormat",
    "flattenGlobalSecurity",
    "maxMethodParams",
    "responseFormat",
    "defaultErrorName",
    "additionalDependencies",
    "enableCustomCodeRegions",
    "generatorPackage",
    "hooks",
    "idempotent",
    "idempotencyKeyHeader",
    "moduleFormat",
    "dateTime",
    "sharedErrors",
    "responseHeaders",
    "binaryResponses",
    "laxMode",
    "validation",
    "zodVersion",
    "zodSchemas",
    "embed",
  ],
  ignored: GEN_KEYS,
};
const EMBED: KnownKeys = { supported: ["source", "runtime", "docs"], ignored: {} };
const DEPENDENCIES: KnownKeys = {
  supported: ["dependencies", "devDependencies", "peerDependencies"],
  ignored: {},
};

/** Reads gen.yaml. `file` is the prefix of the pointers in diagnostics. */
export function readGenConfig(value: Json, file: string): StageResult<GenConfig> {
  const diagnostics: Diagnostic[] = [];
  const top = reader(value, `${file}#`, diagnostics);
  const generation = top.object("generation");
  const typescript = top.object("typescript");
  diagnostics.push(
    ...checkKeys(top.value, TOP, top.pointer),
    ...checkKeys(generation.value, GENERATION, generation.pointer),
    ...checkKeys(typescript.value, TYPESCRIPT, typescript.pointer),
    ...FIXED.flatMap((fixed) => checkFixed(typescript, fixed)),
  );
  const config = defined<GenConfig>({
    sdkClassName: name(generation, "sdkClassName", className, diagnostics),
    baseServerUrl: generation.string("baseServerUrl"),
    version: typescript.string("version"),
    packageName: name(typescript, "packageName", packageName, diagnostics),
    author: typescript.string("author"),
    license: typescript.string("license"),
    repository: name(typescript, "repository", repository, diagnostics),
    envVarPrefix: name(typescript, "envVarPrefix", variablePrefix, diagnostics),
    flattenGlobalSecurity: typescript.boolean("flattenGlobalSecurity"),
    maxMethodParams: typescript.integer("maxMethodParams"),
    dateTime: typescript.choice("dateTime", ["date", "string"]),
    sharedErrors: typescript.boolean("sharedErrors"),
    responseHeaders: typescript.choice("responseHeaders", ["inspect", "result"]),
    binaryResponses: typescript.choice("binaryResponses", ["bytes", "stream"]),
    laxMode: typescript.choice("laxMode", ["lax", "strict"]),
    validation: readValidation(typescript),
    zodSchemas: typescript.choice("zodSchemas", ["zod", "zod-mini"]),
    additionalDependencies: readDependencies(typescript, diagnostics),
    generatorPackage: readGeneratorPackage(typescript, diagnostics),
    hooks: typescript.boolean("hooks"),
    customCodeRegions:
      typescript.boolean("enableCustomCodeRegions") ??
      generation.boolean("enableCustomCodeRegions"),
    idempotent: readIdempotent(typescript),
    idempotencyKeyHeader: name(typescript, "idempotencyKeyHeader", keyHeader, diagnostics),
    embed: readEmbed(typescript, diagnostics),
  });
  return { value: hasErrors(diagnostics) ? undefined : config, diagnostics };
}

/** Keys that Speakeasy can change and that have one supported value here. */
const FIXED: readonly {
  readonly key: string;
  readonly ours: readonly string[];
  readonly why: string;
}[] = [
  {
    key: "enumFormat",
    ours: ["union", "enum"],
    why: "an enum is a constant object together with a union of its values, which serves as both",
  },
  { key: "responseFormat", ours: ["flat"], why: "a call returns the value itself" },
  { key: "defaultErrorName", ours: ["APIError"], why: "the runtime's class is called APIError" },
  {
    key: "moduleFormat",
    ours: ["dual", "esm", "commonjs"],
    why: "a package has both ESM and CommonJS",
  },
];

function checkFixed(
  typescript: Reader,
  { key, ours, why }: (typeof FIXED)[number],
): readonly Diagnostic[] {
  const value = typescript.string(key);
  if (value === undefined || value === "" || ours.includes(value)) return [];
  return [
    diagnostic(
      "config-value-ignored",
      append(typescript.pointer, key),
      `\`${key}: ${value}\` has no effect: ${why}.`,
      `Remove it, or set it to ${ours.join(" or ")}.`,
    ),
  ];
}

/** A rule for strings in the configuration that become part of the generated package. */
interface NameRule {
  readonly pattern: RegExp;
  /** For the end of a sentence. */
  readonly what: string;
  readonly help: string;
}

/** Spelled as a class when it is used, so that `plex-api` is `PlexAPI`. */
const className: NameRule = {
  pattern: /[\p{L}\p{N}]/u,
  what: "the name of a class",
  help: "Use letters and digits, starting with a letter.",
};

const packageName: NameRule = {
  pattern: /^@?[\w.~-]+(?:\/[\w.~-]+)*$/,
  what: "the name of a package",
  help: "Use letters, digits and dashes, after a scope if there is one: `@acme/parcels`.",
};

const repository: NameRule = {
  pattern: /^https:\/\/[^\s/@]+\/[^\s?#]+$/,
  what: "the URL of a repository",
  help: "Use its https URL: https://github.com/acme/parcels.",
};

/** A token of RFC 9110, section 5.6.2, and no header with another meaning for the SDK. */
const keyHeader: NameRule = {
  pattern:
    /^(?!(?:accept|authorization|connection|content-.*|cookie|host|transfer-encoding|user-agent)$)[\w!#$%&'*+.^`|~-]+$/i,
  what: "the name of a header for idempotency keys",
  help: "Use the name that the API documents, such as Idempotency-Key.",
};

const variablePrefix: NameRule = {
  pattern: /^\w*$/,
  what: "the name of an environment variable",
  help: "Use letters, digits and underscores.",
};

function name(
  from: Reader,
  key: string,
  rule: NameRule,
  diagnostics: Diagnostic[],
): string | undefined {
  const text = from.string(key);
  if (text === undefined || rule.pattern.test(text)) return text;
  diagnostics.push(
    diagnostic(
      "config-value-invalid",
      append(from.pointer, key),
      `\`${text}\` cannot be ${rule.what}.`,
      rule.help,
    ),
  );
  return undefined;
}

/** `validation`, or what `zodVersion` of Speakeasy says. */
function readValidation(typescript: Reader): GenConfig["validation"] {
  const own = typescript.choice("validation", ["builtin", "zod", "zod-mini"]);
  const version = typescript.choice("zodVersion", ["v4", "v4-mini"]);
  const meant = version === "v4-mini" ? "zod-mini" : version && "zod";
  return own ?? meant;
}

function readIdempotent(typescript: Reader): GenConfig["idempotent"] {
  if (!Object.hasOwn(typescript.value, "idempotent")) return undefined;
  const { value, pointer, boolean } = typescript.object("idempotent");
  const operations = Object.keys(value).flatMap((id): [string, boolean][] => {
    const idempotent = boolean(id);
    return idempotent === undefined ? [] : [[id, idempotent]];
  });
  return { pointer, operations: new Map(operations) };
}

function readEmbed(typescript: Reader, diagnostics: Diagnostic[]): GenConfig["embed"] {
  if (!Object.hasOwn(typescript.value, "embed")) return undefined;
  const embed = typescript.object("embed");
  diagnostics.push(...checkKeys(embed.value, EMBED, embed.pointer));
  const folder = (key: string): string => trimmed(embed.string(key) ?? "");
  const [source, runtime, docs] = [folder("source"), folder("runtime"), folder("docs")];
  if (source === "" || runtime === "") diagnostics.push(incompleteEmbed(embed.pointer));
  return { source, runtime, ...(docs !== "" && { docs }) };
}

function trimmed(folder: string): string {
  return folder.replace(/^\.\//, "").replace(/\/+$/, "");
}

function incompleteEmbed(pointer: string): Diagnostic {
  return diagnostic(
    "config-key-missing",
    pointer,
    "`embed` needs `source` and `runtime`.",
    "Set the folders, such as src/api and src/lib, and docs/api for pages as `docs`.",
  );
}

function readDependencies(typescript: Reader, diagnostics: Diagnostic[]): Dependencies | undefined {
  if (!Object.hasOwn(typescript.value, "additionalDependencies")) return undefined;
  const all = typescript.object("additionalDependencies");
  diagnostics.push(...checkKeys(all.value, DEPENDENCIES, all.pointer));
  return defined<Dependencies>({
    dependencies: versions(all, "dependencies"),
    devDependencies: versions(all, "devDependencies"),
    peerDependencies: versions(all, "peerDependencies"),
  });
}

/**
 * A package of the generator must be named in full: no registry has it, so a tag such as `latest`
 * would install whatever is published under its name.
 */
const PACKAGE_SPEC =
  /^(?:file:\S.*|git\+(?:https?|ssh|file):\/\/\S+|[~^]?\d+(?:\.\d+){0,2}(?:-[\w.-]+)?)$/;

function readGeneratorPackage(typescript: Reader, diagnostics: Diagnostic[]): string | undefined {
  const spec = typescript.string("generatorPackage");
  if (spec === undefined || PACKAGE_SPEC.test(spec)) return spec;
  diagnostics.push(
    diagnostic(
      "config-value-invalid",
      append(typescript.pointer, "generatorPackage"),
      `\`${spec}\` does not say which package of the generator to install.`,
      "Use a path (`file:../clone/generator`), a Git URL (`git+https://...`) or a version.",
    ),
  );
  return undefined;
}

function versions(from: Reader, key: string): Readonly<Record<string, string>> | undefined {
  const { value } = from.object(key);
  const names = Object.keys(value);
  return names.length === 0 ? undefined : textsOf(value);
}

function textsOf(value: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(value).map(([name, version]) => [name, show(version)]));
}

/** Drops the members that are undefined. */
function defined<T extends object>(value: { readonly [key in keyof T]-?: T[key] | undefined }): T {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // Only undefined members are gone, and T allows that for all of them.
  return Object.fromEntries(entries) as T;
}
