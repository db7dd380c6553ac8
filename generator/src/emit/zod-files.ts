import type { OutputFile } from "../output/output-file.js";
import { type Export, emitBarrel } from "./client/barrel.js";
import type { EmitContext } from "./context.js";
import { requestShape } from "./operations/request.js";
import { type CodeFile, code, codeFile } from "./print/code-file.js";
import { docComment } from "./print/comment.js";
import { docsComment } from "./print/field-comment.js";
import { zodRequest } from "./operations/zod-request.js";
import { zodModel } from "./zod/model.js";
import { schemasOf } from "./zod/schemas.js";

/** The folder of schemas beside an SDK that does not validate with them. */
const FOLDER = "zod";

/** The schemas of zod beside an SDK that validates with its own engine. */
export function emitZodFiles(context: EmitContext): readonly OutputFile[] {
  const flavour = context.options.zodSchemas;
  if (!flavour) return [];
  const schemas = schemasOf(context, flavour, FOLDER);
  const files = new Map<string, CodeFile>();
  const exports: Export[] = [];
  const taken = new Set(["override"]);
  const fileOf = (path: string): CodeFile => {
    const file = files.get(path) ?? codeFile(context.path(path));
    files.set(path, file);
    return file;
  };
  const add = (file: string, names: readonly string[]): void => {
    const from = context.path(file).slice(0, -".ts".length);
    for (const name of names) {
      const free = freeName(name, taken);
      taken.add(free);
      exports.push({ from, name: free === name ? name : `${name} as ${free}`, type: false });
    }
  };
  const [components, others] = ["components", "operations"].map((home) =>
    schemas.declarations.filter(({ model }) => model.home === home),
  );
  for (const declared of [...(components ?? []), ...(others ?? [])]) {
    const { model, home } = declared;
    // The constant of an enum is with its type: z.enum(Status).
    if (model.type.kind === "enum") continue;
    fileOf(home.file).print(code`
      ${docsComment(model.docs)}
      ${zodModel(schemas, declared)}
    `);
    add(declared.home.file, [declared.home.name, declared.wire.name]);
  }
  for (const operation of context.api.operations) {
    const shape = requestShape(context, operation);
    if (shape.kind !== "members") continue;
    const home = schemas.homeOf(context.names.operation(operation).request);
    fileOf(home.file).print(code`
      ${docComment({ text: [`The request of ${operation.id}.`] })}
      ${zodRequest(schemas, operation, shape.members)}
    `);
    add(home.file, [home.name, schemas.wireHome(home).name]);
  }
  const { runtime } = schemas;
  return [
    ...[...files.values()].map((file) => file.finish()),
    emitBarrel(context.path(`${FOLDER}/index`), [
      ...exports,
      { from: `${runtime}/zod/json-schema`, name: "override", type: false },
    ]),
  ];
}

/**
 * A name in the index. A request, or a model of an operation, can be called like a component, which
 * comes first.
 */
function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`Operation${name}`, taken) : name;
}
