import type { Field, Limits, Model, Pointer, Type, Variant } from "../../model/types.js";
import { type Known, MAX_PARTS, fits, isRecord, nothingKnown, partsOf } from "./fits.js";

/** What an example is for. */
export interface ExampleContext {
  readonly models: ReadonlyMap<Pointer, Model>;
  /** Requests have no read-only members, responses no write-only members. */
  readonly direction: "request" | "response";
  /** How much the example may hold. */
  readonly limit?: number;
}

/** What is known about the value for which an example is made. */
export interface ExampleSource {
  /** The wire name of the member or parameter: `connectionId` gets an id. */
  readonly name?: string;
  /** The example of the document. Parts that do not fit are replaced, and missing ones added. */
  readonly given?: unknown;
  /** The models around the value, to stop at recursion. */
  readonly within?: readonly Pointer[];
  /** How many models there are around it, without aliases. */
  readonly levels?: number;
  /** Whether an object needs a member, because an empty one cannot be sent. */
  readonly filled?: boolean;
}

/** Stands for a value that would make the example too large. */
const CUT: unique symbol = Symbol("cut");

/** True for the value that stands for one that is too large. */
export function isCut(value: unknown): boolean {
  return value === CUT;
}

/** True if a value that was cut is in a value. */
export function hasCut(value: unknown): boolean {
  if (isCut(value) || typeof value !== "object" || value === null) return isCut(value);
  return Object.values(value).some(hasCut);
}

/** The limit of an example: each value and each reference counts, long strings several times. */
const LIMIT = 1_000;

/** The limit of models inside each other. */
const MAX_LEVELS = 20;

/** An example in the making. */
interface Making extends ExampleContext {
  /** How much more it may hold. */
  left: number;
  /** How many values were cut off. */
  cuts: number;
  readonly known: Known;
}

/**
 * An example of the type as JSON: that of the document if it fits, or else a readable placeholder
 * with the required members. `undefined` if there is no finite value (a model that requires itself)
 * or none at all (`never`). A required value beyond the limit is cut, see {@link isCut}.
 */
export function wireExample(
  context: ExampleContext,
  type: Type,
  source: ExampleSource = {},
): unknown {
  return make(
    { ...context, left: context.limit ?? LIMIT, cuts: 0, known: nothingKnown() },
    type,
    source,
  );
}

function make(making: Making, type: Type, from: ExampleSource): unknown {
  const isLarge = from.given !== undefined && costOf(type, from.given) > making.left;
  const source = isLarge ? { ...from, given: undefined } : from;
  making.left -= costOf(type, source.given);
  if (making.left < 0) return cut(making);
  const { given } = source;
  switch (type.kind) {
    case "string":
      return typeof given === "string" ? given : text(type.format, source.name);
    case "date":
      return fits(making.models, type, given, making.known) ? given : "2024-01-01";
    case "date-time":
      return fits(making.models, type, given, making.known) ? given : "2024-01-01T00:00:00Z";
    case "bytes":
      return typeof given === "string" ? given : bytesExamples[type.encoding];
    case "number":
    case "integer":
    case "bigint":
      return fits(making.models, type, given, making.known) ? given : number(type);
    case "boolean":
      return typeof given === "boolean" ? given : false;
    case "null":
      return null;
    case "unknown":
      return given === undefined ? "<value>" : given;
    case "never":
      return undefined;
    case "literal":
      return type.value;
    case "enum":
      return fits(making.models, type, given, making.known) ? given : type.values[0]?.value;
    case "array":
      return list(making, type.items, source);
    case "tuple":
      return complete(type.items.map((item, index) => make(making, item, at(source, index))));
    case "object":
      return record(making, type, source);
    case "union":
      return choice(making, type, source);
    case "intersection":
      return all(making, partsOf(making.models, type), source);
    case "ref":
      return model(making, type.to, source);
    default:
      return type satisfies never;
  }
}

/** Objects and arrays cost what their members do, except where nothing is known of them. */
function costOf(type: Type, given: unknown): number {
  if (typeof given === "string") return 1 + Math.floor(given.length / 100);
  return type.kind === "unknown" && typeof given === "object" ? sizeOf(given) : 1;
}

/** The size of a value, as limits count it. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return 1 + Math.floor(value.length / 100);
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + sizeOf(member), 1);
}

function cut(making: Making): typeof CUT {
  making.cuts++;
  return CUT;
}

/** True if the field occurs on this side of the API. */
export function isVisible(context: ExampleContext, field: Field): boolean {
  return (
    field.access === "both" || (field.access === "read") === (context.direction === "response")
  );
}

/** Follows references in a loop, because chains of them may be long. */
function model(making: Making, pointer: Pointer, source: ExampleSource): unknown {
  const outer = source.within ?? [];
  const passed: Pointer[] = [];
  let { given } = source;
  let type: Type = { kind: "ref", to: pointer };
  while (type.kind === "ref") {
    const found = making.models.get(type.to);
    if (!found) return given;
    if (given === undefined && outer.includes(type.to)) return undefined;
    if (given === undefined) given = found.docs.example;
    passed.push(type.to);
    type = found.type;
  }
  // A chain of aliases is one level.
  const levels = (source.levels ?? 0) + 1;
  if (levels > MAX_LEVELS) return cut(making);
  return make(making, type, { ...source, given, within: [...outer, ...passed], levels });
}

function list(making: Making, items: Type, source: ExampleSource): unknown {
  if (Array.isArray(source.given)) {
    return source.given
      .map((_, index) => make(making, items, at(source, index)))
      .filter((item) => item !== undefined && !isCut(item));
  }
  const { cuts } = making;
  const item = make(making, items, { ...source, given: undefined });
  if (item !== undefined && making.cuts === cuts) return [item];
  making.cuts = cuts; // an empty array is whole
  return [];
}

function at(source: ExampleSource, index: number): ExampleSource {
  return { ...source, given: Array.isArray(source.given) ? source.given[index] : undefined };
}

function complete(items: readonly unknown[]): unknown {
  return items.includes(undefined) ? undefined : items;
}

function record(making: Making, type: Type & { kind: "object" }, source: ExampleSource): unknown {
  const given = isRecord(source.given) ? new Map(Object.entries(source.given)) : undefined;
  const members: [string, unknown][] = [];
  for (const field of type.fields) {
    const from = given?.get(field.wire);
    given?.delete(field.wire);
    if (!isVisible(making, field)) continue;
    const value = member(making, field, from, source);
    if (value !== undefined) members.push([field.wire, value]);
    else if (field.required) return undefined;
  }
  members.push(...unnamed(making, type, given, source));
  if (source.filled && members.length === 0) members.push(...first(making, type, source));
  return Object.fromEntries(members);
}

function member(making: Making, field: Field, from: unknown, source: ExampleSource): unknown {
  const given = from === undefined ? field.docs.example : from;
  // A member such as `toString` cannot be omitted in TypeScript, because every object has another
  // one of that name.
  const isShown =
    field.required ||
    showsItself(making, field.type) ||
    (Object.hasOwn(Object.prototype, field.wire) && field.wire !== "__proto__");
  if (given === undefined && !isShown) return undefined;
  const value = make(making, field.type, { ...source, name: field.wire, given });
  return isCut(value) && !field.required ? uncut(making) : value;
}

/** The first member that has a value. */
function first(
  making: Making,
  { fields }: Type & { kind: "object" },
  source: ExampleSource,
): readonly [string, unknown][] {
  for (const field of fields.filter((each) => isVisible(making, each))) {
    const value = make(making, field.type, { ...source, name: field.wire, given: undefined });
    if (value !== undefined && !isCut(value)) return [[field.wire, value]];
  }
  return [];
}

/** Leaves out a value that was cut, because it need not be there. */
function uncut(making: Making): undefined {
  making.cuts--;
  return undefined;
}

/** True for an optional member or parameter whose named scalar has an example in the document. */
export function showsItself(context: ExampleContext, type: Type): boolean {
  const found = type.kind === "ref" ? context.models.get(type.to) : undefined;
  return (
    found?.docs.example !== undefined &&
    !isRecord(found.docs.example) &&
    !Array.isArray(found.docs.example)
  );
}

/** The type of unnamed members; `undefined` if the document allows none. */
export function unnamedType(type: Type & { kind: "object" }): Type | undefined {
  return type.extra || type.patterns[0]?.type;
}

function unnamed(
  making: Making,
  type: Type & { kind: "object" },
  given: ReadonlyMap<string, unknown> | undefined,
  source: ExampleSource,
): readonly [string, unknown][] {
  const of = unnamedType(type);
  if (type.extra === false && of === undefined) return [];
  // Unnamed members are kept in responses. In requests the compiler would reject them.
  const named = type.fields.length > 0;
  if (named && (given === undefined || (of === undefined && making.direction === "request")))
    return [];
  const entries = given ?? (type.patterns.length > 0 ? [] : new Map([["key", undefined]]));
  return [...entries]
    .map(([key, value]): [string, unknown] => {
      const from = { ...source, name: key, given: value };
      const made = make(making, of ?? { kind: "unknown" }, from);
      return [key, isCut(made) ? uncut(making) : made];
    })
    .filter(([, value]) => value !== undefined);
}

function choice(making: Making, type: Type & { kind: "union" }, source: ExampleSource): unknown {
  const fitting =
    source.given === undefined
      ? undefined
      : chooseVariant(making.models, type, source.given, making.known);
  if (fitting) return withDiscriminator(type, fitting, make(making, fitting.type, source));
  const { cuts } = making;
  let partial: unknown;
  for (const variant of type.variants) {
    if (variant.type.kind === "null") continue;
    making.cuts = cuts;
    const value = make(making, variant.type, { ...source, given: undefined });
    if (value === undefined) continue;
    const tagged = withDiscriminator(type, variant, value);
    if (making.cuts === cuts) return tagged;
    partial ??= tagged;
  }
  if (type.variants.some((variant) => variant.type.kind === "null")) {
    making.cuts = cuts;
    return null;
  }
  return partial;
}

/**
 * The variant to which a value belongs: by its discriminator, or else the fitting variant that
 * knows most of its members.
 */
export function chooseVariant(
  models: ReadonlyMap<Pointer, Model>,
  type: Type & { kind: "union" },
  value: unknown,
  known?: Known,
): Variant | undefined {
  const wire = type.discriminator?.wire;
  const named = wire !== undefined && isRecord(value) ? String(value[wire]) : undefined;
  const tagged = type.variants.find(
    (variant) => named !== undefined && variant.discriminatorValues.includes(named),
  );
  if (tagged) return tagged;
  const fitting = type.variants.filter((variant) => fits(models, variant.type, value, known));
  const counts = fitting.map((variant) => knownMembers(models, variant.type, value));
  return fitting[counts.indexOf(Math.max(...counts))];
}

function knownMembers(models: ReadonlyMap<Pointer, Model>, type: Type, value: unknown): number {
  if (!isRecord(value)) return 0;
  if (type.kind === "object")
    return type.fields.filter(({ wire }) => Object.hasOwn(value, wire)).length;
  const model = type.kind === "ref" ? models.get(type.to) : undefined;
  return model && model.type.kind !== "ref" ? knownMembers(models, model.type, value) : 0;
}

function withDiscriminator(
  type: Type & { kind: "union" },
  variant: Variant,
  value: unknown,
): unknown {
  const wire = type.discriminator?.wire;
  if (wire === undefined || !isRecord(value) || variant.discriminatorValues.length === 0)
    return value;
  return variant.discriminatorValues.includes(String(value[wire]))
    ? value
    : { ...value, [wire]: variant.discriminatorValues[0] };
}

function all(making: Making, parts: readonly Type[], source: ExampleSource): unknown {
  if (parts.length > MAX_PARTS) return cut(making);
  return merged(parts.map((part) => make(making, part, source)));
}

function merged(parts: readonly unknown[]): unknown {
  if (parts.some(isCut)) return CUT;
  const objects = parts.filter(isRecord);
  return objects.length > 0
    ? Object.assign({}, ...objects)
    : parts.find((part) => part !== undefined);
}

const bytesExamples = { binary: "<file>", byte: "PHZhbHVlPg==", base64url: "PHZhbHVlPg" } as const;

const formats: Readonly<Record<string, string>> = {
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  email: "user@example.com",
  uri: "https://example.com",
  url: "https://example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  time: "12:00:00Z",
  duration: "P1D",
};

function text(format: string | undefined, name = ""): string {
  const known =
    format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
  return known ?? (/^(id|ID)$|(Id|ID)$|[_-]id$/.test(name) ? "<id>" : "<value>");
}

function number(type: Type & { kind: "number" | "integer" | "bigint" }): number | string {
  const value = within(type.limits);
  return type.kind === "bigint" && type.format === "string" ? String(value) : value;
}

function within(limits: Limits = {}): number {
  const step = limits.multipleOf ?? 1;
  const low = Math.max(limits.min ?? -Infinity, (limits.exclusiveMin ?? -Infinity) + step);
  const high = Math.min(limits.max ?? Infinity, (limits.exclusiveMax ?? Infinity) - step);
  const wanted = Math.min(Math.max(step, low), high);
  return Number.isFinite(wanted) ? Math.ceil(wanted / step) * step : step;
}
