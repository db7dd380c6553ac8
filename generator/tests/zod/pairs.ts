/** The schemas of a generated SDK in both engines. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Schema } from "../../../src/lib/typed.js";
import { type EmitContext, resolvedModel } from "../../src/emit/context.js";
import { requestShape } from "../../src/emit/operations/request.js";
import { schemasOf } from "../../src/emit/zod/schemas.js";
import { childrenOf, unknownType } from "../../src/model/type-helpers.js";
import type { Pointer, Type } from "../../src/model/types.js";
import type { Home } from "../../src/name/types.js";
import type { Flavour } from "../../src/output/emit-options.js";
import { wireValues } from "./wire-values.js";

/** A schema of a generated SDK, and its values in wire form. */
export interface SchemaPair {
  readonly name: string;
  /** Of the built-in engine. */
  readonly builtin: Schema<unknown>;
  /** Of zod: of the value in SDK form, and of it and its wire form. */
  readonly value: object;
  readonly wire: object;
  readonly values: fc.Arbitrary<unknown>;
  /** Whether zod on its own gives the same values as the SDK, which reads zod's schemas itself. */
  readonly isExact: boolean;
}

interface Named {
  readonly builtin: Home;
  readonly value: Home;
  readonly wire: Home;
  readonly values: fc.Arbitrary<unknown>;
  readonly isExact: boolean;
}

/** Where the schemas of an SDK are, and what values they have. */
export function namedPairs(context: EmitContext, flavour: Flavour): readonly Named[] {
  const schemas = schemasOf(context, flavour, "zod");
  const models = schemas.declarations
    .filter(({ model }) => model.type.kind !== "enum")
    .map(({ model, side, type, home, wire }) => ({
      builtin: type,
      value: home,
      wire,
      values: wireValues(context, model.type, side),
      isExact: isExact(context, model.type),
    }));
  const requests = context.api.operations.flatMap((operation) => {
    const shape = requestShape(context, operation);
    if (shape.kind !== "members") return [];
    const { request } = context.names.operation(operation);
    const members = shape.members.map(({ name, type, required }) => ({ name, type, required }));
    const record = Object.fromEntries(
      members.map(({ name, type }) => [name, wireValues(context, type, "request", 3)]),
    );
    const requiredKeys = members.filter(({ required }) => required).map(({ name }) => name);
    const value = schemas.homeOf(request);
    return [
      {
        builtin: request,
        value,
        wire: schemas.wireHome(request),
        values: fc.record(record, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<unknown>,
        isExact: members.every(({ type }) => isExact(context, type)),
      },
    ];
  });
  return [...models, ...requests];
}

/** Loads the schemas of an SDK that was written into a folder. */
export async function schemaPairs(
  folder: string,
  context: EmitContext,
  flavour: Flavour,
): Promise<readonly SchemaPair[]> {
  const load = async ({ name, file }: Home): Promise<object> => {
    const module = (await import(pathToFileURL(join(folder, `${file}.ts`)).href)) as Record<
      string,
      object
    >;
    const found = module[name];
    if (!found) throw new Error(`${file} does not export ${name}`);
    return found;
  };
  return Promise.all(
    namedPairs(context, flavour).map(async ({ builtin, value, wire, values, isExact: exact }) => ({
      name: builtin.name,
      builtin: (await load(builtin)) as Schema<unknown>,
      value: await load(value),
      wire: await load(wire),
      values,
      isExact: exact,
    })),
  );
}

/**
 * False where zod's own results differ: it reads members that every object inherits, and an
 * intersection of codecs, which an object and a union can be, keeps the names of both forms.
 */
function isExact(context: EmitContext, type: Type, seen = new Set<Pointer>()): boolean {
  if (type.kind === "ref") {
    if (seen.has(type.to)) return true;
    seen.add(type.to);
    return isExact(context, context.model(type.to)?.type ?? unknownType, seen);
  }
  if (type.kind === "object" && type.fields.some(({ wire }) => wire in {})) return false;
  if (type.kind === "intersection" && type.parts.some((part) => isUnion(context, part)))
    return false;
  const fallback = type.kind === "union" && type.fallback ? [type.fallback] : [];
  return [...childrenOf(type), ...fallback].every((inner) => isExact(context, inner, seen));
}

function isUnion(context: EmitContext, type: Type): boolean {
  const of = type.kind === "ref" ? resolvedModel(context, type.to)?.type : type;
  return of?.kind === "union";
}
