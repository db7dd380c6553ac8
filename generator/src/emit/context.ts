import type { Api, Model, Operation, Pointer, Side } from "../model/types.js";
import { groupKey } from "../name/groups.js";
import type { Home, Plan } from "../name/types.js";
import type { EmitOptions } from "../output/emit-options.js";
import { type Examples, examplesOf } from "./example/index.js";
import { type CodeSymbol, symbol } from "./print/symbol.js";

/** What every emitter works with. */
export interface Context {
  readonly api: Api;
  readonly plan: Plan;
  readonly options: EmitOptions;
  readonly examples: Examples;
  readonly model: (pointer: Pointer) => Model | undefined;
  /** The operations of a group, in document order. */
  readonly operationsOf: (path: readonly string[]) => readonly Operation[];
  /** The output path of a file of the plan: `src/ampersand/funcs/connectionsList.ts`. */
  readonly path: (file: string) => string;
  /** A symbol of a file of the plan. */
  readonly home: (home: Home) => CodeSymbol;
  /** A symbol of the runtime core. */
  readonly runtime: (name: string) => CodeSymbol;
  /** A type of the runtime core. */
  readonly runtimeType: (name: string) => CodeSymbol;
  /** A symbol of the runtime's schema module. */
  readonly schema: (name: string) => CodeSymbol;
  /** A type of the runtime's schema module. */
  readonly schemaType: (name: string) => CodeSymbol;
}

/** Collects what emitters look up all the time. */
export function createContext(api: Api, plan: Plan, options: EmitOptions): Context {
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
    plan,
    options,
    examples: examplesOf(api, plan, options),
    model: (pointer) => models.get(pointer),
    operationsOf: (path) => groups.get(groupKey(path)) ?? [],
    path: (file) => `${source}/${file}.ts`,
    home: remembered(({ name, file }: Home) => symbol(name, `${source}/${file}`)),
    runtime: remembered((name) => symbol(name, `${runtime}/index`)),
    runtimeType: remembered((name) => symbol(name, `${runtime}/index`, { type: true })),
    schema: remembered((name) => symbol(name, `${runtime}/schema/index`)),
    schemaType: remembered((name) => symbol(name, `${runtime}/schema/index`, { type: true })),
  };
}

/** The same symbol for the same thing, since most are printed many times. */
function remembered<Key>(make: (key: Key) => CodeSymbol): (key: Key) => CodeSymbol {
  const known = new Map<Key, CodeSymbol>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** Where the sources and the runtime core are in the output. */
export function folders({ mode }: EmitOptions): {
  readonly source: string;
  readonly runtime: string;
} {
  return mode.kind === "embedded"
    ? { source: mode.source, runtime: mode.runtime }
    : { source: "src", runtime: "src/lib" };
}

/** The model behind a reference, through references to references. */
export function resolved(context: Context, pointer: Pointer): Model | undefined {
  const seen = new Set<Pointer>();
  let model = context.model(pointer);
  while (model?.type.kind === "ref" && !seen.has(model.pointer)) {
    seen.add(model.pointer);
    model = context.model(model.type.to);
  }
  return model;
}

/** The declaration of a model that a side of the API uses. */
export function modelHome(context: Context, model: Model, side: Side): Home {
  const names = context.plan.model(model.pointer);
  return side === "request" && names.input ? names.input : names;
}

/** The sides for which a model is declared: one, or two where what is sent differs from what is answered. */
export function modelSides(context: Context, model: Model): readonly Side[] {
  if (context.plan.model(model.pointer).input) return ["response", "request"];
  return [model.usedIn.request && !model.usedIn.response ? "request" : "response"];
}
