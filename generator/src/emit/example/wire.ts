import type { Field, Limits, Model, Pointer, Type, Variant } from "../../model/types.js";
import { fits, isRecord } from "./fits.js";

/** What an example is made for. */
export interface Purpose {
  readonly models: ReadonlyMap<Pointer, Model>;
  /** Read-only members are left out of a request, write-only members out of a response. */
  readonly direction: "request" | "response";
}

/** What is known about the place that an example is for. */
export interface Place {
  /** The wire name of the member or parameter: `connectionId` asks for an id. */
  readonly name?: string;
  /** The document's own example. What does not fit the type is replaced, what is missing is added. */
  readonly given?: unknown;
  /** Models that are being made around this place. */
  readonly within?: readonly Pointer[];
}

/**
 * A value of the type as JSON that the API would take or answer: the document's example where it fits, else a
 * readable stand-in with the required members. `undefined` when there is no finite value (a model that requires
 * itself) or none at all (`never`).
 */
export function wireExample(purpose: Purpose, type: Type, place: Place = {}): unknown {
  const { given } = place;
  switch (type.kind) {
    case "string":
      return typeof given === "string" ? given : text(type.format, place.name);
    case "date":
      return fits(purpose.models, type, given) ? given : "2024-01-01";
    case "date-time":
      return fits(purpose.models, type, given) ? given : "2024-01-01T00:00:00Z";
    case "bytes":
      return typeof given === "string"
        ? given
        : type.encoding === "byte"
          ? "PHZhbHVlPg=="
          : "<file>";
    case "number":
    case "integer":
    case "bigint":
      return fits(purpose.models, type, given) ? given : number(type);
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
      return fits(purpose.models, type, given) ? given : type.values[0]?.value;
    case "array":
      return list(purpose, type.items, place);
    case "tuple":
      return complete(
        type.items.map((item, index) => wireExample(purpose, item, at(place, index))),
      );
    case "object":
      return record(purpose, type, place);
    case "union":
      return choice(purpose, type, place);
    case "intersection":
      return together(type.parts.map((part) => wireExample(purpose, part, place)));
    case "ref":
      return model(purpose, type.to, place);
    default:
      return type satisfies never;
  }
}

/** True where a field is part of what is sent or answered. */
export function passes(purpose: Purpose, field: Field): boolean {
  return (
    field.access === "both" || (field.access === "read") === (purpose.direction === "response")
  );
}

/** Goes through references to references in one step: chains of them may be long. */
function model(purpose: Purpose, pointer: Pointer, place: Place): unknown {
  const outer = place.within ?? [];
  const passed: Pointer[] = [];
  let { given } = place;
  let type: Type = { kind: "ref", to: pointer };
  while (type.kind === "ref") {
    const found = purpose.models.get(type.to);
    if (!found) return given;
    if (given === undefined && outer.includes(type.to)) return undefined;
    if (given === undefined) given = found.docs.example;
    passed.push(type.to);
    type = found.type;
  }
  return wireExample(purpose, type, { ...place, given, within: [...outer, ...passed] });
}

function list(purpose: Purpose, items: Type, place: Place): unknown {
  if (Array.isArray(place.given)) {
    return place.given
      .map((_, index) => wireExample(purpose, items, at(place, index)))
      .filter((item) => item !== undefined);
  }
  const item = wireExample(purpose, items, { ...place, given: undefined });
  return item === undefined ? [] : [item];
}

function at(place: Place, index: number): Place {
  return { ...place, given: Array.isArray(place.given) ? place.given[index] : undefined };
}

function complete(items: readonly unknown[]): unknown {
  return items.includes(undefined) ? undefined : items;
}

function record(purpose: Purpose, type: Type & { kind: "object" }, place: Place): unknown {
  const given = isRecord(place.given) ? new Map(Object.entries(place.given)) : undefined;
  const members: [string, unknown][] = [];
  for (const field of type.fields) {
    const from = given?.get(field.wire);
    given?.delete(field.wire);
    if (!passes(purpose, field)) continue;
    const value = member(purpose, field, from, place);
    if (value !== undefined) members.push([field.wire, value]);
    else if (field.required) return undefined;
  }
  return Object.fromEntries([...members, ...unnamed(purpose, type, given, place)]);
}

function member(purpose: Purpose, field: Field, from: unknown, place: Place): unknown {
  const given = from === undefined ? field.docs.example : from;
  // A member such as `toString` cannot be left out in TypeScript: every object has another one of that name.
  const isShown =
    field.required ||
    showsItself(purpose, field.type) ||
    (Object.hasOwn(Object.prototype, field.wire) && field.wire !== "__proto__");
  if (given === undefined && !isShown) return undefined;
  return wireExample(purpose, field.type, { ...place, name: field.wire, given });
}

/** True for an optional member or parameter whose named scalar has an example in the document: worth showing. */
export function showsItself(purpose: Purpose, type: Type): boolean {
  const found = type.kind === "ref" ? purpose.models.get(type.to) : undefined;
  return (
    found?.docs.example !== undefined &&
    !isRecord(found.docs.example) &&
    !Array.isArray(found.docs.example)
  );
}

/** The type of members without a name; `undefined` where the document does not say that there are any. */
export function unnamedType(type: Type & { kind: "object" }): Type | undefined {
  return type.extra || type.patterns[0]?.type;
}

function unnamed(
  purpose: Purpose,
  type: Type & { kind: "object" },
  given: ReadonlyMap<string, unknown> | undefined,
  place: Place,
): readonly [string, unknown][] {
  const of = unnamedType(type);
  if (type.extra === false && of === undefined) return [];
  // What the document does not name is kept in answers; in requests the compiler would not take it.
  const named = type.fields.length > 0;
  if (named && (given === undefined || (of === undefined && purpose.direction === "request")))
    return [];
  const entries = given ?? (type.patterns.length > 0 ? [] : new Map([["key", undefined]]));
  return [...entries]
    .map(([key, value]): [string, unknown] => [
      key,
      wireExample(purpose, of ?? { kind: "unknown" }, { ...place, name: key, given: value }),
    ])
    .filter(([, value]) => value !== undefined);
}

function choice(purpose: Purpose, type: Type & { kind: "union" }, place: Place): unknown {
  const fitting =
    place.given === undefined ? undefined : chooseVariant(purpose.models, type, place.given);
  if (fitting) return tag(type, fitting, wireExample(purpose, fitting.type, place));
  for (const variant of type.variants) {
    if (variant.type.kind === "null") continue;
    const value = wireExample(purpose, variant.type, { ...place, given: undefined });
    if (value !== undefined) return tag(type, variant, value);
  }
  return type.variants.some((variant) => variant.type.kind === "null") ? null : undefined;
}

/** The variant that a value belongs to: by its discriminator, else of those it fits the one that knows most of its members. */
export function chooseVariant(
  models: ReadonlyMap<Pointer, Model>,
  type: Type & { kind: "union" },
  value: unknown,
): Variant | undefined {
  const wire = type.discriminator?.wire;
  const named = wire !== undefined && isRecord(value) ? String(value[wire]) : undefined;
  const tagged = type.variants.find(
    (variant) => named !== undefined && variant.tags.includes(named),
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

function tag(type: Type & { kind: "union" }, variant: Variant, value: unknown): unknown {
  const wire = type.discriminator?.wire;
  if (wire === undefined || !isRecord(value) || variant.tags.length === 0) return value;
  return variant.tags.includes(String(value[wire])) ? value : { ...value, [wire]: variant.tags[0] };
}

function together(parts: readonly unknown[]): unknown {
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
