/** Combines the keywords of several schemas that are not objects. */
import type { SchemaObject } from "../document/types.js";
import { isSchema, itemsOf, typesOf } from "./keywords.js";
import { same } from "./type-helpers.js";

/** A schema that accepts what all of them accept, or `undefined` if there is no such value. */
export function combine(schemas: readonly SchemaObject[]): SchemaObject | undefined {
  return schemas.reduce<SchemaObject | undefined>((all, schema) => all && both(all, schema), {});
}

function both(a: SchemaObject, b: SchemaObject): SchemaObject | undefined {
  const types = commonTypes(typesOf(a), typesOf(b));
  const values = commonValues(valuesOf(a), valuesOf(b));
  if (types === undefined || values?.length === 0) return undefined;
  const { const: _a, ...restA } = a;
  const { const: _b, ...restB } = b;
  return {
    ...restA,
    ...restB,
    ...(types.length > 0 && { type: only(types) }),
    ...(values && { enum: values }),
    ...tightest(a, b),
    ...items(a, b),
  } as SchemaObject; // both lists contain names of types
}

function only(types: readonly string[]): string | readonly string[] {
  const [first, ...rest] = types;
  return first !== undefined && rest.length === 0 ? first : types;
}

/** An empty list accepts every type. An integer is a number. */
function commonTypes(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const common = new Set([
    ...a.filter((type) => fits(type, b)),
    ...b.filter((type) => fits(type, a)),
  ]);
  return common.size === 0 ? undefined : [...common];
}

function fits(type: string, types: readonly string[]): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function valuesOf(schema: SchemaObject): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum === undefined ? undefined : itemsOf(schema.enum);
}

function commonValues(
  a: readonly unknown[] | undefined,
  b: readonly unknown[] | undefined,
): readonly unknown[] | undefined {
  if (!a || !b) return a ?? b;
  return a.filter((value) => b.some((other) => same(value, other)));
}

const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems"] as const;
const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"] as const;

function tightest(a: SchemaObject, b: SchemaObject): Partial<SchemaObject> {
  const pick = (
    keys: readonly (keyof SchemaObject)[],
    choose: (...values: number[]) => number,
  ): object =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const values = [a[key], b[key]].filter((value) => typeof value === "number");
        return values.length === 2 ? [[key, choose(...values)]] : [];
      }),
    );
  return { ...pick(lower, Math.max), ...pick(upper, Math.min) };
}

function items(a: SchemaObject, b: SchemaObject): Partial<SchemaObject> {
  const differ = isSchema(a.items) && isSchema(b.items) && !same(a.items, b.items);
  return differ && a.items !== undefined && b.items !== undefined
    ? { items: { allOf: [a.items, b.items] } }
    : {};
}
