import * as z from "zod/mini";
import { type RawIssue, type Step, definition, schema } from "../schema/base.js";
import { array, lazy, nullable, optional, record, tuple } from "../schema/containers.js";
import { type Extra, as, extra, object } from "../schema/object.js";
import { unknown } from "../schema/scalars.js";
import type { Schema, Unchecked } from "../schema/types.js";
import { all, openUnion, polymorphic, tagged, union } from "../schema/unions.js";
import { type Members, defaultOf, membersOf } from "./members.js";
import { type Tags, isTagOptional, isUnknownVariant, tagsOf } from "./variants.js";

/** Any schema of zod 4, classic or mini. */
type ZodSchema = z.core.$ZodType;

/** The definitions of the schemas that are read, which zod documents for authors of libraries. */
type Known = z.core.$ZodTypes;

const compiled = new WeakMap<ZodSchema, Schema<unknown>>();

/**
 * A schema that checks and converts with zod: the form in which operations take it.
 *
 * zod itself knows two results, a value or an error. Responses are read leniently: what fits is
 * converted, and the rest is kept as it came. So the containers (objects, arrays, unions, ...) are
 * walked as those of the built-in schemas are, by what zod says of them, and zod validates each
 * scalar and each codec inside.
 *
 * @see https://zod.dev/library-authors
 */
export function fromZod(of: ZodSchema): Unchecked {
  return lazy(() => compile(of));
}

/** Compiles a schema once, so that unions recognize values that they have read. */
function compile(of: ZodSchema): Schema<unknown> {
  const known = compiled.get(of) ?? build(of as Known);
  compiled.set(of, known);
  return known;
}

function build(of: Known): Schema<unknown> {
  const { def } = of._zod;
  if (hasChecks(of)) return leaf(of);
  switch (def.type) {
    case "string":
      return leaf(of, "format" in def ? undefined : "string");
    case "boolean":
      return leaf(of, "boolean");
    case "number":
      return "format" in def && def.format === "safeint" ? integer(of) : leaf(of);
    case "enum":
      return openInResponses(of, Object.values(def.entries));
    case "literal":
      return def.values.length > 1 ? openInResponses(of, def.values) : leaf(of);
    case "unknown":
    case "any":
      return unknown;
    case "optional":
      return optional(compile(def.innerType));
    case "nullable":
      return nullable(compile(def.innerType));
    case "readonly":
      return compile(def.innerType);
    case "lazy":
      return lazy(() => compile(def.getter()));
    case "array":
      return array(compile(def.element));
    case "tuple":
      return tuple(def.items.map(compile), def.rest ? compile(def.rest) : undefined);
    case "record":
      return record(compile(def.valueType));
    case "object":
      return members(def, { names: {}, defaults: {} });
    case "union":
      return variants(of, def);
    case "intersection":
      return all(() => parts(of));
    case "pipe":
      return converted(of, def);
    default:
      return leaf(of);
  }
}

/** Whether somebody added `refine`, `min` or the like, which only zod can run. */
function hasChecks(of: ZodSchema): boolean {
  return Boolean(of._zod.def.checks?.length);
}

/** A schema that zod runs whole, in both directions. */
function leaf(of: ZodSchema, is?: "string" | "boolean"): Unchecked {
  return schema(stepOf(of), { is });
}

function stepOf(of: ZodSchema): Step {
  return (value, walk) => {
    const result = walk.encoding
      ? z.safeEncode(of, value as never) // checked by the call
      : z.safeDecode(of, value as never);
    if (result.success) return result.data;
    for (const issue of result.error.issues) walk.issues.push(rawIssue(issue, value));
    return value;
  };
}

/** An issue of zod without its message, which may quote the value. */
function rawIssue(issue: z.core.$ZodIssue, input: unknown): RawIssue {
  const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
  const at = path.reduce((value: unknown, key) => Object(value)[key] as unknown, input);
  return { code: issue.code, path, input: at, ...expectation(issue) };
}

/** The words of the built-in engine, where those of zod are others. */
const words: Readonly<Record<string, string>> = { int: "integer", date: "Date" };

function expectation(issue: z.core.$ZodIssue): Pick<RawIssue, "expected" | "values"> {
  switch (issue.code) {
    case "invalid_type":
      return { expected: words[issue.expected] ?? issue.expected };
    case "invalid_format":
      return { expected: issue.format };
    case "invalid_value":
      return { values: issue.values };
    default:
      return { expected: "valid value" };
  }
}

/** Whole numbers in requests, any number in responses, because servers are not that precise. */
function integer(of: ZodSchema): Unchecked {
  const step = stepOf(of);
  return schema((value, walk) =>
    (walk.encoding ? Number.isInteger(value) : typeof value === "number")
      ? value
      : step(value, walk),
  );
}

/** Only the listed values in requests, others too in responses: servers are newer than SDKs. */
function openInResponses(of: ZodSchema, values: readonly unknown[]): Unchecked {
  const step = stepOf(of);
  const types = new Set(values.map((value) => typeof value));
  return schema((value, walk) => {
    if (walk.encoding || values.includes(value) || !types.has(typeof value))
      return step(value, walk);
    walk.issues.push({ code: "invalid_value", values, input: value, isKept: true });
    return value;
  });
}

/** The schema of an object, whose members have the names on the wire. */
function members(def: z.core.$ZodObjectDef, { names, defaults, known }: Members): Unchecked {
  const rest = def.catchall;
  const shape = (): Record<string, Schema<unknown>> =>
    Object.fromEntries(
      Object.entries(def.shape).map(([wire, member]) => {
        const key = Object.hasOwn(names, wire) ? (names[wire] ?? wire) : wire;
        const type = defaulted(compile(member), key, defaults);
        return [key, key === wire ? type : as(wire, type)];
      }),
    );
  const gathered: Extra | undefined = known && rest && extra(() => compile(rest));
  return object(shape, gathered);
}

/** The schema of a member that requests may leave out, because the SDK has a value for it. */
function defaulted(of: Schema<unknown>, key: string, defaults: Members["defaults"]): Unchecked {
  if (!Object.hasOwn(defaults, key)) return of as Unchecked;
  const { step, is } = definition(of);
  return schema(
    (value, walk) =>
      value === undefined && walk.encoding ? defaultOf(defaults[key]) : step(value, walk),
    { is },
  );
}

/** The schema of a codec: that of an object with other names, or a leaf. */
function converted(of: ZodSchema, def: z.core.$ZodPipeDef): Schema<unknown> {
  const description = membersOf(def.transform);
  const wire = (def.in as Known)._zod.def;
  if (!description || hasChecks(def.in) || hasChecks(def.out)) return leaf(of);
  // Otherwise the names are those of another schema's members, as of a base without its tag.
  return wire.type === "object" ? members(wire, description) : compile(def.in);
}

function parts(of: ZodSchema): readonly Schema<unknown>[] {
  const { def } = (of as Known)._zod;
  return def.type === "intersection" ? [...parts(def.left), ...parts(def.right)] : [compile(of)];
}

function variants(of: ZodSchema, def: z.core.$ZodUnionDef): Unchecked {
  const own = tagsIn(of);
  if (own) return tagged(own.tag, own.wire, byTag(own), false);
  const { options } = def;
  const [first, last] = options;
  const tags = first && options.length === 2 ? tagsIn(first) : undefined;
  const isOptional = last && isTagOptional(last);
  if (tags && last && isOptional !== undefined)
    return polymorphic(tags.tag, tags.wire, byTag(tags), () => compile(last), isOptional);
  const unknownOne = options.find(isUnknownVariant);
  if (tags && unknownOne) return tagged(tags.tag, tags.wire, byTag(tags), true);
  const known = options.filter((option) => option !== unknownOne);
  return unknownOne ? openUnion(() => known.map(compile)) : union(() => known.map(compile));
}

/** How the variants of a union are told apart, if by a member. */
function tagsIn(of: ZodSchema): Tags<unknown> | undefined {
  const { def } = (of as Known)._zod;
  if (def.type !== "union" || !("discriminator" in def)) return tagsOf(of);
  const { discriminator: wire, options } = def as z.core.$ZodDiscriminatedUnionDef;
  const tag = options.map((option) => nameOf(option, wire)).find((name) => name) ?? wire;
  const entries = options.flatMap((option) =>
    valuesOf(option, wire).map((value) => [String(value), option] as const),
  );
  return { wire, tag, variants: Object.fromEntries(entries) };
}

function byTag({ variants: all }: Tags<unknown>): () => Readonly<Record<string, Schema<unknown>>> {
  return () =>
    Object.fromEntries(
      Object.entries(all).map(([value, variant]) => [value, compile(variant as ZodSchema)]),
    );
}

/** The name in the SDK of a member of a variant. */
function nameOf(of: ZodSchema, wire: string): string | undefined {
  const { def } = (of as Known)._zod;
  if (def.type === "lazy") return nameOf(def.getter(), wire);
  if (def.type !== "pipe") return undefined;
  const { names = {} } = membersOf(def.transform) ?? {};
  return Object.hasOwn(names, wire) ? names[wire] : undefined;
}

/** The values of a member that select a variant. */
function valuesOf(of: ZodSchema, wire: string): readonly unknown[] {
  const { def } = (of as Known)._zod;
  if (def.type === "lazy") return valuesOf(def.getter(), wire);
  if (def.type === "pipe") return valuesOf(def.in, wire);
  const member =
    def.type === "object" && Object.hasOwn(def.shape, wire) ? def.shape[wire] : undefined;
  return member ? literals(member) : [];
}

function literals(of: ZodSchema): readonly unknown[] {
  const { def } = (of as Known)._zod;
  if (def.type === "optional") return literals(def.innerType);
  if (def.type === "literal") return def.values;
  if (def.type === "union") return def.options.flatMap(literals);
  return def.type === "enum" ? Object.values(def.entries) : [];
}
