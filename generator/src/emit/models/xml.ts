import type { Api, Pointer, Type, XMLNames } from "../../model/types.js";
import { refsOf } from "../../model/usage.js";
import { scope } from "../../name/scope.js";
import type { OutputFile } from "../../output/output-file.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { code, codeFile } from "../print/code-file.js";
import { arrayLiteral, assign, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { type CodeSymbol, symbol } from "../print/symbol.js";
import { extraType } from "../types/ts-type.js";

/** Whether an API has bodies in XML, so that its SDK needs a parser. */
export function usesXML({ operations }: Pick<Api, "operations">): boolean {
  return operations.some(
    ({ body, responses }) =>
      body?.encoding === "xml" || responses.some(({ encoding }) => encoding === "xml"),
  );
}

/** How the models of XML bodies are written in XML: a constant for each. */
export function emitXML(context: EmitContext): readonly OutputFile[] {
  const models = namesOf(context);
  if (models.size === 0) return [];
  const file = codeFile(context.path(FILE));
  for (const [pointer, name] of models) {
    const model = context.model(pointer);
    if (!model) continue;
    const type = typeLayout(context, model.type, undefined);
    file.print(code`
      ${assign(["export const ", name, ": ", context.xmlType("XMLType")], " =", type)};
    `);
  }
  return [file.finish()];
}

const FILE = "models/xml";

const known = new WeakMap<EmitContext, ReadonlyMap<Pointer, CodeSymbol>>();

/** The constants of the models that XML bodies hold. */
function namesOf(context: EmitContext): ReadonlyMap<Pointer, CodeSymbol> {
  const before = known.get(context);
  if (before) return before;
  const bodies = context.api.operations.flatMap(({ body, responses }) =>
    [body, ...responses].flatMap((each) =>
      each?.encoding === "xml" && each.type ? [each.type] : [],
    ),
  );
  const used = new Set(refsOf(bodies));
  // The set grows during the iteration.
  for (const pointer of used) {
    const model = context.model(pointer);
    for (const inner of model ? refsOf([model.type]) : []) used.add(inner);
  }
  const names = scope();
  const file = context.path(FILE).replace(/\.ts$/, "");
  const found = new Map<Pointer, CodeSymbol>();
  for (const { pointer, type } of context.api.models) {
    if (!used.has(pointer) || type.kind === "enum") continue;
    const name = names.claim(`${context.names.model(pointer).name}XML`);
    found.set(pointer, symbol(name, file));
  }
  known.set(context, found);
  return found;
}

/** The type of a body and the name of its element. */
export function rootLayout(context: EmitContext, type: Type, names: XMLNames = {}): Layout {
  return objectLiteral([
    property("type", typeLayout(context, type, names)),
    ...nameMembers(names, undefined),
  ]);
}

function nameMembers({ name, prefix, namespace }: XMLNames, usual: string | undefined): Layout[] {
  return [
    ...(name === undefined || name === usual ? [] : [property("name", stringLiteral(name))]),
    ...(prefix === undefined ? [] : [property("prefix", stringLiteral(prefix))]),
    ...(namespace === undefined ? [] : [property("namespace", stringLiteral(namespace))]),
  ];
}

function typeLayout(context: EmitContext, type: Type, names: XMLNames | undefined): Layout {
  switch (type.kind) {
    case "string":
    case "date":
    case "date-time":
    case "bytes":
    // Read as digits, which a number may not hold.
    case "bigint":
      return stringLiteral("string");
    case "number":
    case "integer":
      return stringLiteral("number");
    case "boolean":
      return stringLiteral("boolean");
    case "null":
    case "never":
    case "unknown":
      return stringLiteral("unknown");
    case "literal":
      return scalarLayout([type.value]);
    case "enum":
      return scalarLayout(type.values.map(({ value }) => value));
    case "array":
      return listLayout(context, [type.items], names);
    case "tuple":
      return listLayout(context, [...type.items, ...(type.rest ? [type.rest] : [])], names);
    case "object":
      return objectLayout(context, [type]);
    case "union":
      return choiceLayout(
        context,
        type.variants.map((variant) => variant.type),
        names,
      );
    case "intersection":
      return objectLayout(context, type.parts);
    case "ref":
      return refLayout(context, type.to, names);
    default:
      return type satisfies never;
  }
}

function scalarLayout(values: readonly unknown[]): Layout {
  const kinds = [...new Set(values.map((value) => typeof value))];
  const types = kinds.map((kind) =>
    stringLiteral(kind === "number" || kind === "boolean" ? kind : "string"),
  );
  const [only = stringLiteral("string")] = types;
  return types.length < 2 ? only : objectLiteral([property("variants", arrayLiteral(types))]);
}

function choiceLayout(
  context: EmitContext,
  types: readonly Type[],
  names: XMLNames | undefined,
): Layout {
  const real = types.filter(({ kind }) => kind !== "null");
  const [only = { kind: "unknown" } satisfies Type] = real;
  if (real.length < 2) return typeLayout(context, only, names);
  const variants = real.map((type) => typeLayout(context, type, names));
  return objectLiteral([property("variants", arrayLiteral(variants))]);
}

function listLayout(
  context: EmitContext,
  items: readonly Type[],
  { wrapped, items: item = {} }: XMLNames = {},
): Layout {
  const named = nameMembers(item, undefined);
  return objectLiteral([
    property("items", choiceLayout(context, items, item)),
    ...(named.length > 0 ? [property("item", objectLiteral(named))] : []),
    ...(wrapped ? [property("wrapped", "true")] : []),
  ]);
}

/** An object with the members of all of its parts. */
function objectLayout(context: EmitContext, parts: readonly Type[]): Layout {
  const objects = objectsIn(context, parts, new Set());
  const fields = new Map(
    objects.flatMap((part) => part.fields).map((field) => [field.wire, field]),
  );
  const members = [...fields.values()].map(({ wire, type, xml = {}, required }) => {
    // The name of a list without an element of its own means nothing.
    const isList = isUnwrapped(context, type, xml);
    return objectLiteral([
      property("key", stringLiteral(wire)),
      property("type", typeLayout(context, type, xml)),
      ...nameMembers(xml, wire),
      ...(xml.in === undefined ? [] : [property("in", stringLiteral(xml.in))]),
      ...(isList && required ? [property("required", "true")] : []),
    ]);
  });
  const extra = objects.map((part) => extraType(part)).find((each) => each !== undefined);
  return objectLiteral([
    property("fields", arrayLiteral(members, { broken: members.length > 1 })),
    ...(extra && extra.kind !== "unknown"
      ? [property("extra", typeLayout(context, extra, undefined))]
      : []),
  ]);
}

type ObjectType = Extract<Type, { kind: "object" }>;

/** The objects among the parts of a type, through references and unions. */
function objectsIn(
  context: EmitContext,
  types: readonly Type[],
  seen: Set<Pointer>,
): readonly ObjectType[] {
  return types.flatMap((type): readonly ObjectType[] => {
    if (type.kind === "object") return [type];
    if (type.kind === "intersection") return objectsIn(context, type.parts, seen);
    if (type.kind === "union")
      return objectsIn(
        context,
        type.variants.map((variant) => variant.type),
        seen,
      );
    if (type.kind !== "ref" || seen.has(type.to)) return [];
    const model = context.model(type.to);
    return model ? objectsIn(context, [model.type], new Set([...seen, type.to])) : [];
  });
}

function isUnwrapped(context: EmitContext, type: Type, { wrapped }: XMLNames): boolean {
  const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
  const { kind } = model?.type ?? type;
  return wrapped !== true && (kind === "array" || kind === "tuple");
}

function refLayout(context: EmitContext, to: Pointer, names: XMLNames | undefined): Layout {
  const model = resolvedModel(context, to);
  if (!model) return stringLiteral("unknown");
  const name = namesOf(context).get(model.pointer);
  // The names of a list are those of the place where it is used.
  const isPlain = model.type.kind !== "array" && model.type.kind !== "tuple";
  return name && isPlain ? ["() => ", name] : typeLayout(context, model.type, names);
}
