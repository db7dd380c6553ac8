import type { Field, Limits, Model, Pointer, Type, Variant } from "../../model/types.js";
import { fits, isRecord } from "./fits.js";

/** What an example is for. */
export interface ExampleContext {
  readonly models: ReadonlyMap<Pointer, Model>;
  /** Requests have no read-only members, responses no write-only members. */
  readonly direction: "request" | "response";
}

/** What is known about the value for which an example is made. */
export interface ExampleSource {
  /** The wire name of the member or parameter: `connectionId` gets an id. */
  readonly name?: string;
  /** The example of the document. Parts that do not fit are replaced, and missing ones added. */
  readonly given?: unknown;
  /** The models around the value, to stop at recursion. */
  readonly within?: readonly Pointer[];
}

/**
 * An example of the type as JSON: that of the document if it fits, or else a readable placeholder
 * with the required members. `undefined` if there is no finite value (a model that requires itself)
 * or none at all (`never`).
 */
export function wireExample(
  context: ExampleContext,
  type: Type,
  source: ExampleSource = {},
): unknown {
  const { given } = source;
  switch (type.kind) {
    case "string":
      return typeof given === "string" ? given : text(type.format, source.name);
    case "date":
      return fits(context.models, type, given) ? given : "2024-01-01";
    case "date-time":
      return fits(context.models, type, given) ? given : "2024-01-01T00:00:00Z";
    case "bytes":
      return typeof given === "string"
        ? given
        : type.encoding === "byte"
          ? "PHZhbHVlPg=="
          : "<file>";
    case "number":
    case "integer":
    case "bigint":
      return fits(context.models, type, given) ? given : number(type);
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
      return fits(context.models, type, given) ? given : type.values[0]?.value;
    case "array":
      return list(context, type.items, source);
    case "tuple":
      return complete(
        type.items.map((item, index) => wireExample(context, item, at(source, index))),
      );
    case "object":
      return record(context, type, source);
    case "union":
      return choice(context, type, source);
    case "intersection":
      return merged(type.parts.map((part) => wireExample(context, part, source)));
    case "ref":
      return model(context, type.to, source);
    default:
      return type satisfies never;
  }
}

/** True if the field occurs on this side of the API. */
export function isVisible(context: ExampleContext, field: Field): boolean {
  return (
    field.access === "both" || (field.access === "read") === (context.direction === "response")
  );
}

/** Follows references in a loop, because chains of them may be long. */
function model(context: ExampleContext, pointer: Pointer, source: ExampleSource): unknown {
  const outer = source.within ?? [];
  const passed: Pointer[] = [];
  let { given } = source;
  let type: Type = { kind: "ref", to: pointer };
  while (type.kind === "ref") {
    const found = context.models.get(type.to);
    if (!found) return given;
    if (given === undefined && outer.includes(type.to)) return undefined;
    if (given === undefined) given = found.docs.example;
    passed.push(type.to);
    type = found.type;
  }
  return wireExample(context, type, { ...source, given, within: [...outer, ...passed] });
}

function list(context: ExampleContext, items: Type, source: ExampleSource): unknown {
  if (Array.isArray(source.given)) {
    return source.given
      .map((_, index) => wireExample(context, items, at(source, index)))
      .filter((item) => item !== undefined);
  }
  const item = wireExample(context, items, { ...source, given: undefined });
  return item === undefined ? [] : [item];
}

function at(source: ExampleSource, index: number): ExampleSource {
  return { ...source, given: Array.isArray(source.given) ? source.given[index] : undefined };
}

function complete(items: readonly unknown[]): unknown {
  return items.includes(undefined) ? undefined : items;
}

function record(
  context: ExampleContext,
  type: Type & { kind: "object" },
  source: ExampleSource,
): unknown {
  const given = isRecord(source.given) ? new Map(Object.entries(source.given)) : undefined;
  const members: [string, unknown][] = [];
  for (const field of type.fields) {
    const from = given?.get(field.wire);
    given?.delete(field.wire);
    if (!isVisible(context, field)) continue;
    const value = member(context, field, from, source);
    if (value !== undefined) members.push([field.wire, value]);
    else if (field.required) return undefined;
  }
  return Object.fromEntries([...members, ...unnamed(context, type, given, source)]);
}

function member(
  context: ExampleContext,
  field: Field,
  from: unknown,
  source: ExampleSource,
): unknown {
  const given = from === undefined ? field.docs.example : from;
  // A member such as `toString` cannot be omitted in TypeScript, because every object has another
  // one of that name.
  const isShown =
    field.required ||
    showsItself(context, field.type) ||
    (Object.hasOwn(Object.prototype, field.wire) && field.wire !== "__proto__");
  if (given === undefined && !isShown) return undefined;
  return wireExample(context, field.type, { ...source, name: field.wire, given });
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
  context: ExampleContext,
  type: Type & { kind: "object" },
  given: ReadonlyMap<string, unknown> | undefined,
  source: ExampleSource,
): readonly [string, unknown][] {
  const of = unnamedType(type);
  if (type.extra === false && of === undefined) return [];
  // Unnamed members are kept in responses. In requests the compiler would reject them.
  const named = type.fields.length > 0;
  if (named && (given === undefined || (of === undefined && context.direction === "request")))
    return [];
  const entries = given ?? (type.patterns.length > 0 ? [] : new Map([["key", undefined]]));
  return [...entries]
    .map(([key, value]): [string, unknown] => [
      key,
      wireExample(context, of ?? { kind: "unknown" }, { ...source, name: key, given: value }),
    ])
    .filter(([, value]) => value !== undefined);
}

function choice(
  context: ExampleContext,
  type: Type & { kind: "union" },
  source: ExampleSource,
): unknown {
  const fitting =
    source.given === undefined ? undefined : chooseVariant(context.models, type, source.given);
  if (fitting) return withDiscriminator(type, fitting, wireExample(context, fitting.type, source));
  for (const variant of type.variants) {
    if (variant.type.kind === "null") continue;
    const value = wireExample(context, variant.type, { ...source, given: undefined });
    if (value !== undefined) return withDiscriminator(type, variant, value);
  }
  return type.variants.some((variant) => variant.type.kind === "null") ? null : undefined;
}

/**
 * The variant to which a value belongs: by its discriminator, or else the fitting variant that
 * knows most of its members.
 */
export function chooseVariant(
  models: ReadonlyMap<Pointer, Model>,
  type: Type & { kind: "union" },
  value: unknown,
): Variant | undefined {
  const wire = type.discriminator?.wire;
  const named = wire !== undefined && isRecord(value) ? String(value[wire]) : undefined;
  const tagged = type.variants.find(
    (variant) => named !== undefined && variant.discriminatorValues.includes(named),
  );
  if (tagged) return tagged;
  const fitting = type.variants.filter((variant) => fits(models, variant.type, value));
  const known = fitting.map((variant) => knownMembers(models, variant.type, value));
  return fitting[known.indexOf(Math.max(...known))];
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

function merged(parts: readonly unknown[]): unknown {
  const objects = parts.filter(isRecord);
  return objects.length > 0
    ? Object.assign({}, ...objects)
    : parts.find((part) => part !== undefined);
}

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
