import { parseArgs } from "node:util";
import { nearest } from "../strings/spelling.js";

/** The parsed command line. */
export type Command =
  | { readonly kind: "help" | "version" }
  | { readonly kind: "usage"; readonly message: string }
  | {
      readonly kind: "generate" | "check";
      readonly target?: string;
      readonly schema?: string;
      readonly out?: string;
      readonly name?: string;
      readonly packageName?: string;
      readonly watch: boolean;
      readonly allowRemote: boolean;
      readonly allowOutside: boolean;
      /** Absent for the usual report. */
      readonly verbosity?: "quiet" | "verbose";
      /** Write suggestions instead of the SDK. */
      readonly suggest?: { readonly overlay?: string; readonly force: boolean };
      /** Report in JSON. */
      readonly json?: true;
    };

/** The output of `--help`. */
export const HELP = `sdkwright: generates a typed TypeScript SDK from an OpenAPI document

  sdkwright generate [--target NAME]
      in a folder with .speakeasy/workflow.yaml: all its targets, or one
  sdkwright generate --schema FILE --out DIR [--name CLASS] [--package NAME]
      a complete package from one document
  sdkwright generate --suggest [--target NAME | --schema FILE] [--overlay FILE] [--force]
      writes an overlay with pagination and better names, for you to edit, and no SDK
  sdkwright check [the same options]
      lists files that are out of date and exits with 1 if there are any; writes nothing

  --watch           generate again when a document or a configuration file changes
  --allow-remote    fetch documents and $refs over http and https
  --allow-outside   follow $refs to files outside the current folder and the folder of the document
  --verbose         also report notes, and every place of a kind of warning
  --quiet           report errors only
  --json            report everything in one JSON document on stdout
  --help, -h        print this help
  --version, -v     print the version

Exit codes: 0 success, 1 errors or differences, 2 wrong usage
`;

const OPTIONS = {
  target: { type: "string" },
  schema: { type: "string" },
  out: { type: "string" },
  name: { type: "string" },
  package: { type: "string" },
  watch: { type: "boolean" },
  suggest: { type: "boolean" },
  overlay: { type: "string" },
  force: { type: "boolean" },
  "allow-remote": { type: "boolean" },
  "allow-outside": { type: "boolean" },
  verbose: { type: "boolean" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const COMMANDS = ["generate", "check"] as const;

/** Parses the arguments that follow the name of the command. */
export function parseCommand(argv: readonly string[]): Command {
  try {
    return toCommand(parse(argv));
  } catch (cause) {
    return usage(messageOf(cause));
  }
}

/** The first sentence of the parser's message. The others are about arguments with a dash. */
function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause);
  const [, option] = /^Unknown option '--([^']*)'/.exec(message) ?? [];
  const near = option === undefined ? undefined : nearest(option, Object.keys(OPTIONS));
  return near === undefined ? message : `${message}. Did you mean '--${near}'?`;
}

// Inferred from the options above, which nobody wants to write twice. The type stays in this file.
function parse(argv: readonly string[]): Parsed {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: OPTIONS,
  });
  return { values, positionals };
}

interface Parsed {
  readonly values: {
    readonly target?: string;
    readonly schema?: string;
    readonly out?: string;
    readonly name?: string;
    readonly package?: string;
    readonly watch?: boolean;
    readonly "allow-remote"?: boolean;
    readonly "allow-outside"?: boolean;
    readonly suggest?: boolean;
    readonly overlay?: string;
    readonly force?: boolean;
    readonly verbose?: boolean;
    readonly quiet?: boolean;
    readonly json?: boolean;
    readonly help?: boolean;
    readonly version?: boolean;
  };
  readonly positionals: readonly string[];
}

function toCommand({ values, positionals }: Parsed): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [kind, ...rest] = positionals;
  if (kind === undefined) return usage("Missing command: generate or check");
  if (kind !== "generate" && kind !== "check") return usage(unknownCommand(kind));
  if (rest.length > 0) return usage(`Unexpected argument '${rest[0]}'`);
  const wrong = misuse(kind, values);
  if (wrong !== undefined) return usage(wrong);
  const { target, schema, out, name, package: packageName } = values;
  return {
    kind,
    ...(target !== undefined && { target }),
    ...(schema !== undefined && { schema }),
    ...(out !== undefined && { out }),
    ...(name !== undefined && { name }),
    ...(packageName !== undefined && { packageName }),
    watch: values.watch ?? false,
    allowRemote: values["allow-remote"] ?? false,
    allowOutside: values["allow-outside"] ?? false,
    ...(values.suggest && { suggest: suggestOf(values) }),
    ...(values.verbose && { verbosity: "verbose" }),
    ...(values.quiet && { verbosity: "quiet" }),
    ...(values.json && { json: true }),
  };
}

function suggestOf({ overlay, force = false }: Parsed["values"]): {
  readonly overlay?: string;
  readonly force: boolean;
} {
  return { force, ...(overlay !== undefined && { overlay }) };
}

function unknownCommand(word: string): string {
  const near = nearest(word, COMMANDS);
  return `Unknown command '${word}'${near === undefined ? "" : `. Did you mean '${near}'?`}`;
}

function misuse(kind: "generate" | "check", values: Parsed["values"]): string | undefined {
  const { schema, out, target, name, suggest } = values;
  if (!suggest && (values.overlay ?? values.force) !== undefined)
    return "--overlay and --force go with --suggest";
  if (suggest && (kind === "check" || values.watch))
    return "--suggest goes with generate, and not with --watch";
  const isAlone = suggest && schema !== undefined && out === undefined;
  if (!isAlone && (schema === undefined) !== (out === undefined))
    return "--schema and --out go together";
  if (schema !== undefined && target !== undefined)
    return "--target selects a target of a workflow and does not go with --schema";
  if (schema === undefined && (name ?? values.package) !== undefined) {
    return "--name and --package go with --schema; for a workflow they are in gen.yaml";
  }
  if (values.package !== undefined && !/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(values.package)) {
    return `'${values.package}' is not a valid package name (--package)`;
  }
  if (values.verbose && values.quiet) return "--verbose and --quiet exclude each other";
  if (values.json && values.watch) return "--json prints one document and does not go with --watch";
  if (kind === "check" && values.watch) return "--watch only works with generate";
  if (name !== undefined && !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    return `'${name}' is not a valid class name (--name)`;
  }
  return undefined;
}

function usage(message: string): Command {
  return { kind: "usage", message };
}
