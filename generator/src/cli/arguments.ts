import { parseArgs } from "node:util";

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
    };

/** The output of `--help`. */
export const HELP = `connections-sdk-generator: writes a typed TypeScript SDK from an OpenAPI 3.0 or 3.1 document

  connections-sdk-generator generate [--target NAME]
      in a folder with .speakeasy/workflow.yaml: all its targets, or one
  connections-sdk-generator generate --schema FILE --out DIR [--name CLASS] [--package NAME]
      a complete package from one document
  connections-sdk-generator check [the same options]
      writes nothing; exit code 1 and a list when the files are not what the documents give

  --watch           generate again when a document or a configuration file changes
  --allow-remote    fetch documents and $refs over http and https
  --allow-outside   follow $refs to files outside this folder and that of the document
  --help, -h        this text
  --version, -v     the version

Exit codes: 0 done, 1 diagnostics or differences, 2 wrong usage
`;

/** Parses the arguments that follow the name of the command. */
export function parseCommand(argv: readonly string[]): Command {
  try {
    return toCommand(parse(argv));
  } catch (cause) {
    return usage(cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause));
  }
}

// Inferred from the options below, which nobody wants to write twice. The type stays in this file.
function parse(argv: readonly string[]): Parsed {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      target: { type: "string" },
      schema: { type: "string" },
      out: { type: "string" },
      name: { type: "string" },
      package: { type: "string" },
      watch: { type: "boolean" },
      "allow-remote": { type: "boolean" },
      "allow-outside": { type: "boolean" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "v" },
    },
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
    readonly help?: boolean;
    readonly version?: boolean;
  };
  readonly positionals: readonly string[];
}

function toCommand({ values, positionals }: Parsed): Command {
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const [kind, ...rest] = positionals;
  if (kind === undefined) return usage("Say what to do: generate or check");
  if (kind !== "generate" && kind !== "check") return usage(`Unknown command '${kind}'`);
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
  };
}

function misuse(kind: "generate" | "check", values: Parsed["values"]): string | undefined {
  const { schema, out, target, name } = values;
  if ((schema === undefined) !== (out === undefined)) return "--schema and --out go together";
  if (schema !== undefined && target !== undefined)
    return "--target is for a workflow, not for --schema";
  if (schema === undefined && (name ?? values.package) !== undefined) {
    return "--name and --package go with --schema; for a workflow they are in gen.yaml";
  }
  if (values.package !== undefined && !/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(values.package)) {
    return `--package has to be the name of a package, and '${values.package}' cannot be one`;
  }
  if (kind === "check" && values.watch) return "--watch goes with generate";
  if (name !== undefined && !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) {
    return `--name has to be the name of a class, and '${name}' cannot be one`;
  }
  return undefined;
}

function usage(message: string): Command {
  return { kind: "usage", message };
}
