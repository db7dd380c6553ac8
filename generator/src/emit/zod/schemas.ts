import { stronglyConnected } from "../../model/strongly-connected.js";
import { childrenOf } from "../../model/type-helpers.js";
import type { Model, Side, Type } from "../../model/types.js";
import type { Home } from "../../name/types.js";
import type { Flavour } from "../../output/emit-options.js";
import { type EmitContext, folders, modelHome, modelSides } from "../context.js";
import {
  discriminatorMember,
  extraType,
  fieldsOf,
  isRequired,
  memberName,
} from "../types/ts-type.js";
import { type CodeSymbol, symbol } from "../print/symbol.js";
import { type Writer, helperModule, writerOf } from "./flavour.js";

/** The schema of a model for a side of the API. */
export interface Declaration {
  readonly model: Model;
  readonly side: Side;
  /** Where the type is declared. */
  readonly type: Home;
  /** Where the schema is declared: in another file, if the SDK validates with its own engine. */
  readonly home: Home;
  /** The schema of the value and its wire form. */
  readonly wire: Home;
}

/** What is known of all schemas before one is printed. */
export interface Schemas {
  readonly context: EmitContext;
  readonly write: Writer;
  /** Makes the schema of an operation from one of zod. */
  readonly fromZod: CodeSymbol;
  /** A helper of the runtime core. */
  readonly helper: (name: string) => CodeSymbol;
  readonly symbol: (home: Home) => CodeSymbol;
  /** The folder of the runtime core. */
  readonly runtime: string;
  /** Whether the schemas are declared where the types are. */
  readonly isOfModels: boolean;
  /** Where the schema of a type is declared. */
  readonly homeOf: (type: Home) => Home;
  /** The declarations in an order in which each comes after those that it needs, if it can. */
  readonly declarations: readonly Declaration[];
  readonly declaration: (model: Model, side: Side) => Declaration;
  /** The schema of a request and its wire form. */
  readonly wireHome: (home: Home) => Home;
  /** The declarations that the schema of a type refers to. */
  readonly uses: (type: Type, side: Side) => readonly Declaration[];
  /** Whether a value of a type has another form on the wire. */
  readonly converts: (type: Type, side: Side) => boolean;
  /** Whether the values of a model have another form on the wire. */
  readonly isConverted: (declared: Declaration) => boolean;
  /** Whether a schema must not be used while another one is built, because it may come later. */
  readonly isDeferred: (used: Declaration, by: Declaration | undefined) => boolean;
}

/** The schemas that an SDK validates with, or `undefined` if it has an engine of its own. */
export function validatingSchemas(context: EmitContext): Schemas | undefined {
  const { validation } = context.options;
  if (!validation) return undefined;
  const known = validating.get(context) ?? schemasOf(context, validation, undefined);
  validating.set(context, known);
  return known;
}

const validating = new WeakMap<EmitContext, Schemas>();

/**
 * @param folder - The folder of the schemas, or `undefined` if they are those of the models.
 */
export function schemasOf(
  context: EmitContext,
  flavour: Flavour,
  folder: string | undefined,
): Schemas {
  const { source, runtime } = folders(context.options);
  const homeOf = ({ name, file }: Home): Home => ({
    name,
    file: folder === undefined ? file : file.replace(/^models\//, `${folder}/`),
  });
  const taken = namesOf(context);
  const wireHome = (home: Home): Home => {
    const { name, file } = homeOf(home);
    return { name: freeName(`${name}Wire`, taken), file };
  };
  const known = new Map<string, Declaration>();
  for (const model of context.api.models) {
    for (const side of modelSides(context, model)) {
      const type = modelHome(context, model, side);
      const declared = { model, side, type, home: homeOf(type), wire: wireHome(type) };
      known.set(keyOf(model, side), declared);
    }
  }
  const declaration = (model: Model, side: Side): Declaration => {
    const [only] = modelSides(context, model);
    const found = known.get(keyOf(model, side)) ?? known.get(keyOf(model, only ?? side));
    if (!found) throw new Error(`no schema of ${model.pointer}`); // every model has one
    return found;
  };
  const usesOf = (type: Type, side: Side): readonly Declaration[] =>
    refsIn(type, side).flatMap((pointer) => {
      const model = context.model(pointer);
      return model ? [declaration(model, side)] : [];
    });
  const uses = new Map(
    [...known.values()].map((each) => [each, usesOf(each.model.type, each.side)] as const),
  );
  const order = dependenciesFirst(uses);
  const place = new Map(order.map((each, index) => [each, index]));
  const isInCycle = cycles(uses);
  const write = writerOf(flavour);
  const changed = convertedModels(context, uses);
  const helpers = `${runtime}/${helperModule(flavour)}`;
  return {
    context,
    write,
    fromZod: symbol("fromZod", `${runtime}/zod/engine`),
    helper: (name) => symbol(name, helpers),
    symbol: ({ name, file }) => symbol(name, `${source}/${file}`),
    runtime,
    isOfModels: folder === undefined,
    homeOf,
    declarations: order,
    declaration,
    wireHome,
    uses: usesOf,
    converts: (type, side) =>
      changesItself(context, type, side, undefined) ||
      usesOf(type, side).some((each) => changed.has(each)),
    isConverted: (declared) => changed.has(declared),
    isDeferred: (used, by) =>
      by !== undefined &&
      // The constants of enums stay with the types.
      !(used.model.type.kind === "enum" && used.home.file !== used.type.file) &&
      (used.home.file === by.home.file
        ? (place.get(used) ?? 0) >= (place.get(by) ?? 0)
        : isInCycle(used.home.file, by.home.file)),
  };
}

function keyOf(model: Model, side: Side): string {
  return `${side} ${model.pointer}`;
}

/** All names of types, which no schema of a wire form may have. */
function namesOf({ api, names }: EmitContext): ReadonlySet<string> {
  const models = api.models.flatMap(({ pointer }) => {
    const { name, input } = names.model(pointer);
    return input ? [name, input.name] : [name];
  });
  const operations = api.operations.flatMap((operation) => {
    const { request, response } = names.operation(operation);
    return [request.name, response.name];
  });
  return new Set([...models, ...operations]);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}Form`, taken) : name;
}

/** The models that a type refers to on a side. */
function refsIn(type: Type, side: Side): readonly string[] {
  if (type.kind === "ref") return [type.to];
  return parts(type, side).flatMap((each) => refsIn(each, side));
}

/** The types inside a type on a side. */
function parts(type: Type, side: Side): readonly Type[] {
  if (type.kind === "object") {
    const extra = extraType(type);
    const fields = fieldsOf(type, side).map((field) => field.type);
    return extra ? [...fields, extra] : fields;
  }
  return type.kind === "union" && type.fallback
    ? [...childrenOf(type), type.fallback]
    : childrenOf(type);
}

/** Whether a type has another form on the wire, not counting the models that it refers to. */
function changesItself(
  context: EmitContext,
  type: Type,
  side: Side,
  model: Model | undefined,
): boolean {
  switch (type.kind) {
    case "date-time":
      return context.options.dateTime === "date";
    case "bigint":
      return true;
    case "bytes":
      return type.encoding !== "binary";
    case "union":
      if (type.open && (type.discriminator || type.variants.length > 1)) return true;
      if (type.discriminator && discriminatorMember(context, type) !== type.discriminator.wire)
        return true;
      break;
    case "object":
      if (isReshaped(context, type, side, model)) return true;
      break;
    default:
  }
  return parts(type, side).some((each) => changesItself(context, each, side, undefined));
}

/** Whether an object has other names on the wire, or members that requests can leave out. */
export function isReshaped(
  context: EmitContext,
  type: Extract<Type, { kind: "object" }>,
  side: Side,
  model: Model | undefined,
): boolean {
  const fields = fieldsOf(type, side);
  if (fields.length === 0) return false;
  return (
    extraType(type) !== undefined ||
    fields.some(
      (field) =>
        memberName({ context, side, ...(model && { model }) }, field) !== field.wire ||
        (field.required && !isRequired(field, side)),
    )
  );
}

type Uses = ReadonlyMap<Declaration, readonly Declaration[]>;

/** The declarations whose values have another form on the wire. */
function convertedModels(context: EmitContext, uses: Uses): ReadonlySet<Declaration> {
  const changed = new Set(
    [...uses.keys()].filter(({ model, side }) => changesItself(context, model.type, side, model)),
  );
  for (let size = -1; size !== changed.size;) {
    size = changed.size;
    for (const [each, used] of uses) if (used.some((one) => changed.has(one))) changed.add(each);
  }
  return changed;
}

function dependenciesFirst(uses: Uses): readonly Declaration[] {
  const byName = new Map([...uses.keys()].map((each) => [nameOf(each), each]));
  const graph = new Map([...uses].map(([each, used]) => [nameOf(each), used.map(nameOf)]));
  return stronglyConnected(graph)
    .flat()
    .flatMap((name) => byName.get(name) ?? []);
}

function nameOf({ home: { name, file } }: Declaration): string {
  return `${file}#${name}`;
}

/** Returns whether two files import each other, also by way of others. */
function cycles(uses: Uses): (a: string, b: string) => boolean {
  const graph = new Map<string, string[]>();
  for (const [{ home }, used] of uses) {
    const files = used.map((each) => each.home.file);
    graph.set(home.file, [...(graph.get(home.file) ?? []), ...files]);
  }
  const group = new Map<string, number>();
  stronglyConnected(graph).forEach((files, index) => {
    for (const file of files) group.set(file, index);
  });
  return (a, b) => group.get(a) === group.get(b);
}
