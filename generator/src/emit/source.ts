import type { Model, Side } from "../model/types.js";
import type { Home } from "../name/types.js";
import type { OutputFile } from "../output/output-file.js";
import { type Export, emitBarrel } from "./client/barrel.js";
import { emitCore } from "./client/core.js";
import { emitHooks } from "./client/hooks.js";
import { emitIndex, runtimeErrors } from "./client/index-file.js";
import { emitClasses } from "./client/sdk-class.js";
import { emitOAuth } from "./operations/oauth.js";
import { emitWebhooks } from "./client/webhooks.js";
import { type EmitContext, folders, modelHome, modelSides } from "./context.js";
import { type DeclaredError, declaredErrors, emitError, emitErrorBase } from "./models/errors.js";
import { emitModel } from "./models/model.js";
import { emitXML } from "./models/xml.js";
import { emitOperation } from "./operations/operation.js";
import { emitOperationModels } from "./operations/operation-models.js";
import { emitPositional, positionalMembers } from "./operations/positional.js";
import { requestShape } from "./operations/request.js";
import { type CodeFile, codeFile } from "./print/code-file.js";
import { emitZodFiles } from "./zod-files.js";
import { validatingSchemas } from "./zod/schemas.js";

/** The TypeScript sources of an SDK, without the runtime core. */
export function emitSource(context: EmitContext): readonly OutputFile[] {
  const files = new Files(context);
  const models = collectModels(context, files);
  const errors = collectErrors(context, files);
  return [
    emitIndex(context),
    emitCore(context),
    ...emitClasses(context),
    ...(usesPositional(context) ? [emitPositional(context)] : []),
    ...context.api.operations.map((operation) => emitOperation(context, operation)),
    ...files.finish(),
    ...emitXML(context),
    ...emitOAuth(context),
    ...emitWebhooks(context),
    ...emitZodFiles(context),
    ...emitHooks(context),
    emitBarrel(context.path("models/components/index"), [
      ...models.components,
      ...(context.options.validation ? [jsonSchemaOverride(context)] : []),
    ]),
    emitBarrel(context.path("models/operations/index"), models.operations),
    emitBarrel(context.path("models/errors/index"), [...errors, ...runtimeErrors(context, errors)]),
  ];
}

/**
 * Files with several declarations, in the order of the first. Prints them file by file when all
 * declarations are known, so that only one file of a large API is in memory at a time.
 */
class Files {
  readonly #context: EmitContext;
  readonly #files = new Map<string, ((file: CodeFile) => void)[]>();

  constructor(context: EmitContext) {
    this.#context = context;
  }

  add(file: string, print: (file: CodeFile) => void): void {
    const known = this.#files.get(file);
    if (known) known.push(print);
    else this.#files.set(file, [print]);
  }

  finish(): readonly OutputFile[] {
    return [...this.#files].map(([path, declarations]) => {
      const file = codeFile(this.#context.path(path));
      for (const print of declarations) print(file);
      return file.finish();
    });
  }
}

interface ModelExports {
  readonly components: readonly Export[];
  readonly operations: readonly Export[];
}

function collectModels(context: EmitContext, files: Files): ModelExports {
  const { api, names } = context;
  const exported = { components: [] as Export[], operations: [] as Export[] };
  const schemas = validatingSchemas(context);
  for (const { model, side } of schemas?.declarations ?? declarations(context)) {
    files.add(names.model(model.pointer).file, (file) => emitModel(context, file, model, side));
    exported[model.home].push(exportOf(context, modelHome(context, model, side), false));
    if (schemas && model.type.kind !== "enum")
      exported[model.home].push(exportOf(context, schemas.declaration(model, side).wire, false));
  }
  for (const operation of api.operations) {
    const { request, response, security } = names.operation(operation);
    files.add(response.file, (file) => emitOperationModels(context, file, operation));
    const shape = requestShape(context, operation);
    const takes = shape.kind !== "none";
    if (takes) exported.operations.push(exportOf(context, request, shape.kind === "body"));
    if (schemas && shape.kind === "members")
      exported.operations.push(exportOf(context, schemas.wireHome(request), false));
    if (security) exported.operations.push(exportOf(context, security, true));
    exported.operations.push(exportOf(context, response, true));
  }
  return exported;
}

/** What `z.toJSONSchema` takes for files and `bigint`, beside models that are schemas of zod. */
function jsonSchemaOverride({ options }: EmitContext): Export {
  return { from: `${folders(options).runtime}/zod/json-schema`, name: "override", type: false };
}

/** The declarations of all models: two of those of which requests and responses differ. */
function declarations(context: EmitContext): readonly { model: Model; side: Side }[] {
  return context.api.models.flatMap((model) =>
    modelSides(context, model).map((side) => ({ model, side })),
  );
}

function exportOf(context: EmitContext, { name, file }: Home, type: boolean): Export {
  return { from: context.path(file).slice(0, -".ts".length), name, type };
}

interface ErrorClass {
  readonly home: Home;
  readonly uses: {
    readonly errors: DeclaredError[];
    readonly operations: Set<string>;
  };
}

/** Prints each error class once, even if several operations share it, and after its base. */
function collectErrors(context: EmitContext, files: Files): readonly Export[] {
  const bases = new Map<string, ErrorClass>();
  const classes = new Map<string, ErrorClass>();
  for (const operation of context.api.operations) {
    for (const error of declaredErrors(context, operation)) {
      addUse(classes, error.home, error, operation.id);
      if (error.home.base) addUse(bases, error.home.base, error, operation.id);
    }
  }
  const print = (
    { home, uses }: ErrorClass,
    emitClass: typeof emitError | typeof emitErrorBase,
  ): Export => {
    files.add(home.file, (file) => emitClass(context, file, uses));
    return exportOf(context, home, false);
  };
  return [
    ...[...bases.values()].map((base) => print(base, emitErrorBase)),
    ...[...classes.values()].map((known) => print(known, emitError)),
  ];
}

function addUse(
  classes: Map<string, ErrorClass>,
  home: Home,
  error: DeclaredError,
  operation: string,
): void {
  const key = `${home.file}#${home.name}`;
  const known = classes.get(key) ?? { home, uses: { errors: [], operations: new Set() } };
  known.uses.errors.push(error);
  known.uses.operations.add(operation);
  classes.set(key, known);
}

function usesPositional(context: EmitContext): boolean {
  return context.api.operations.some((operation) => positionalMembers(context, operation));
}
