/** Values of a type as JSON has them, made from the model of an API. */
import fc from "fast-check";
import type { Pointer, Side, Type } from "../../src/model/types.js";
import type { EmitContext } from "../../src/emit/context.js";
import { extraType, fieldsOf } from "../../src/emit/types/ts-type.js";

/** How deep a value nests before it has neither optional members nor items. */
const DEPTH = 4;

/** A number of JSON that is the same after `JSON.parse`: no negative zero. */
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

/** Any JSON, with members that every object inherits. */
export const anyJSON: fc.Arbitrary<unknown> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const dateTimes = fc.oneof(
  fc
    .date({
      min: new Date("0000-01-01T00:00:00.000Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString()),
  fc.constantFrom("2026-01-02T03:04:05+02:00", "2016-12-31T23:59:60Z", "2026-01-02t03:04:05z"),
);

const bytes = fc.uint8Array({ maxLength: 8 });

/** Valid values of a type in wire form, with unknown members, variants and values of enums. */
export function wireValues(
  context: EmitContext,
  type: Type,
  side: Side,
  depth: number = DEPTH,
): fc.Arbitrary<unknown> {
  const of = (inner: Type): fc.Arbitrary<unknown> => wireValues(context, inner, side, depth - 1);
  switch (type.kind) {
    case "string":
    case "date":
      return fc.string({ maxLength: 5 });
    case "number":
      return numbers;
    case "integer":
      return fc.integer();
    case "bigint":
      return type.format === "string" ? fc.bigInt().map(String) : fc.maxSafeInteger();
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "unknown":
      return anyJSON;
    case "never":
      return fc.constant("never");
    case "literal":
      return fc.constant(type.value);
    case "enum": {
      const known = fc.constantFrom(...type.values.map(({ value }) => value));
      const [first] = type.values;
      const other: fc.Arbitrary<unknown> =
        typeof first?.value === "number" ? fc.integer() : fc.constant("other");
      return type.open ? fc.oneof(known, other) : known;
    }
    case "bytes":
      if (type.encoding === "binary") return fc.string({ maxLength: 5 });
      return bytes.map((value) =>
        Buffer.from(value).toString(type.encoding === "byte" ? "base64" : "base64url"),
      );
    case "date-time":
      return dateTimes;
    case "array":
      return fc.array(of(type.items), { maxLength: depth > 0 ? 3 : 0 });
    case "tuple":
      return fc
        .tuple(
          fc.tuple(...type.items.map(of)),
          type.rest && depth > 0 ? fc.array(of(type.rest), { maxLength: 2 }) : fc.constant([]),
        )
        .map((parts) => parts.flat());
    case "object":
      return objects(context, type, side, depth);
    case "union": {
      const variants = type.variants.flatMap((variant) =>
        depth > 0 || isShallow(variant.type) ? [variant.type] : [],
      );
      const known = variants.length > 0 ? variants : type.variants.map((variant) => variant.type);
      // For an optional member, null is read as absent.
      const unknown = anyJSON.filter((value) => value !== null);
      const rest = type.open ? [unknown, ...(type.fallback ? [of(type.fallback)] : [])] : [];
      return known.length + rest.length === 0
        ? fc.constant("never")
        : fc.oneof(...known.map(of), ...rest);
    }
    case "intersection":
      return fc
        .tuple(...type.parts.map(of))
        .map((parts) => (parts.every(isObject) ? Object.assign({}, ...parts) : parts[0]));
    case "ref":
      return refs(context, type.to, side, depth);
    default:
      return type satisfies never;
  }
}

/** References are followed when a value is made, because models can contain themselves. */
function refs(context: EmitContext, to: Pointer, side: Side, depth: number): fc.Arbitrary<unknown> {
  const model = context.model(to);
  if (!model) return anyJSON;
  if (depth < -2 * DEPTH) return fc.constant(null); // no value is that small
  return fc.constant(undefined).chain(() => wireValues(context, model.type, side, depth - 1));
}

function objects(
  context: EmitContext,
  type: Extract<Type, { kind: "object" }>,
  side: Side,
  depth: number,
): fc.Arbitrary<unknown> {
  const fields = fieldsOf(type, side).filter(({ required }) => required || depth > 0);
  const shape = Object.fromEntries(
    fields.map((field) => [field.wire, wireValues(context, field.type, side, depth - 1)]),
  );
  const requiredKeys = fields.filter(({ required }) => required).map(({ wire }) => wire);
  const extra = extraType(type);
  // A member that is named has a type of its own.
  const named = new Set(type.fields.map(({ wire }) => wire));
  const names = ["x", "yZ", "some_more", "toString"].filter((name) => !named.has(name));
  const others = extra ? wireValues(context, extra, side, depth - 1) : anyJSON;
  return fc
    .tuple(
      fc.record(shape, { requiredKeys, noNullPrototype: true }),
      depth > 0
        ? fc.dictionary(fc.constantFrom(...names), others, {
            maxKeys: 2,
            noNullPrototype: true,
          })
        : fc.constant({}),
    )
    .map(([known, more]) => Object.assign({}, more, known));
}

function isShallow(type: Type): boolean {
  return type.kind !== "ref" && type.kind !== "object" && type.kind !== "array";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Replaces something inside a value by something else. Each step chooses a member or item. */
export function mutate(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const [key, member] = entries[step % Math.max(entries.length, 1)] ?? [];
  if (key === undefined || ArrayBuffer.isView(value)) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const changed = mutate(member, others, by);
  return Object.defineProperty(copy, key, {
    value: changed,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
