import type { Api, Model, Operation, Pointer, Side } from "../model/types.js";
import { groupKey } from "../name/groups.js";
import type { Home, Names } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import { type Examples, examplesOf } from "./example/index.js";
import { type CodeSymbol, symbol } from "./print/symbol.js";

/** What every emitter works with. */
export interface EmitContext {
  readonly api: Api;
  readonly names: Names;
  readonly options: EmitOptions;
  readonly examples: Examples;
  readonly model: (pointer: Pointer) => Model | undefined;
  /** The operations of a group, in document order. */
  readonly operationsOf: (path: readonly string[]) => readonly Operation[];
  /** The output path of a file in the source folder: `src/ampersand/funcs/connectionsList.ts`. */
  readonly path: (file: string) => string;
  /** A symbol of the generated sources. */
  readonly home: (home: Home) => CodeSymbol;
  /** A value of the runtime core. */
  readonly runtime: (name: string) => CodeSymbol;
  /** A type of the runtime core. */
  readonly runtimeType: (name: string) => CodeSymbol;
  /** A value of the runtime's XML module. */
  readonly xml: (name: string) => CodeSymbol;
  /** A type of the runtime's XML module. */
  readonly xmlType: (name: string) => CodeSymbol;
  /** A value of the runtime's OAuth module. */
  readonly oauth: (name: string) => CodeSymbol;
  /** A type of the runtime's OAuth module. */
  readonly oauthType: (name: string) => CodeSymbol;
  /** A value of the runtime's webhook module. */
  readonly webhook: (name: string) => CodeSymbol;
  /** A type of the runtime's webhook module. */
  readonly webhookType: (name: string) => CodeSymbol;
  /** A value of the runtime's schema module. */
  readonly schema: (name: string) => CodeSymbol;
  /** A type of the runtime's schema module. */
  readonly schemaType: (name: string) => CodeSymbol;
}

/** Creates the context of all emitters. */
export function createEmitContext(api: Api, names: Names, options: EmitOptions): EmitContext {
  const { source, runtime } = folders(options);
  const models = new Map(api.models.map((model) => [model.pointer, model]));
  const groups = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    const key = groupKey(operation.group);
    const known = groups.get(key);
    if (known) known.push(operation);
    else groups.set(key, [operation]);
  }
  return {
    api,
    names,
    options,
    examples: examplesOf(api, names, options),
    model: (pointer) => models.get(pointer),
    operationsOf: (path) => groups.get(groupKey(path)) ?? [],
    path: (file) => `${source}/${file}.ts`,
    home: remembered(({ name, file }: Home) => symbol(name, `${source}/${file}`)),
    runtime: remembered((name) => symbol(name, `${runtime}/index`)),
    runtimeType: remembered((name) => symbol(name, `${runtime}/index`, { type: true })),
    xml: remembered((name) => symbol(name, `${runtime}/xml/index`)),
    xmlType: remembered((name) => symbol(name, `${runtime}/xml/index`, { type: true })),
    oauth: remembered((name) => symbol(name, `${runtime}/oauth/index`)),
    oauthType: remembered((name) => symbol(name, `${runtime}/oauth/index`, { type: true })),
    webhook: remembered((name) => symbol(name, `${runtime}/webhook/index`)),
    webhookType: remembered((name) => symbol(name, `${runtime}/webhook/index`, { type: true })),
    schema: remembered((name) => symbol(name, `${runtime}/schema/index`)),
    schemaType: remembered((name) => symbol(name, `${runtime}/schema/index`, { type: true })),
  };
}

/** Returns the same symbol for the same key, because most are printed often. */
function remembered<Key>(make: (key: Key) => CodeSymbol): (key: Key) => CodeSymbol {
  const known = new Map<Key, CodeSymbol>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** The folders of the sources and of the runtime core in the output. */
export function folders({ mode }: EmitOptions): {
  readonly source: string;
  readonly runtime: string;
} {
  return mode.kind === "embedded"
    ? { source: mode.source, runtime: mode.runtime }
    : { source: "src", runtime: "src/lib" };
}

/** The model behind a reference, through chains of references. */
export function resolvedModel(context: EmitContext, pointer: Pointer): Model | undefined {
  const seen = new Set<Pointer>();
  let model = context.model(pointer);
  while (model?.type.kind === "ref" && !seen.has(model.pointer)) {
    seen.add(model.pointer);
    model = context.model(model.type.to);
  }
  return model;
}

/** The declaration of a model for a side of the API. */
export function modelHome(context: EmitContext, model: Model, side: Side): Home {
  const names = context.names.model(model.pointer);
  return side === "request" && names.input ? names.input : names;
}

/** The sides for which a model is declared: two if requests and responses differ. */
export function modelSides(context: EmitContext, model: Model): readonly Side[] {
  if (context.names.model(model.pointer).input) return ["response", "request"];
  return [model.usedIn.request && !model.usedIn.response ? "request" : "response"];
}
