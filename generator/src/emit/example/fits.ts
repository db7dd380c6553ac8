import { isRequiredItem } from "../../model/type-helpers.js";
import type { Field, Model, Pointer, Type } from "../../model/types.js";

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The limit of parts. A hostile document has more, in every one of its models. */
export const MAX_PARTS = 100;

/**
 * The parts of an intersection up to the limit and one more, each once, with those of the
 * intersections among them. Models that are one stand for their parts, so that it does not matter
 * how often they are reached.
 */
export function partsOf(models: ReadonlyMap<Pointer, Model>, intersection: Type): readonly Type[] {
  const found = new Set([intersection]);
  const seen = new Set<Pointer>();
  const parts: Type[] = [];
  // The set grows during the iteration.
  for (const type of found) {
    if (parts.length > MAX_PARTS) break;
    const target = type.kind === "ref" ? models.get(type.to)?.type : type;
    if (type.kind === "ref" && (seen.has(type.to) || !seen.add(type.to))) continue;
    if (target?.kind === "intersection") for (const part of target.parts) found.add(part);
    else parts.push(type);
  }
  return parts;
}

/** What is known of the values that were checked. To be shared where values are checked again. */
export interface Known {
  /** Whether a value fits a model. */
  readonly results: Map<Model, Map<unknown, boolean>>;
  /** How many models are being checked. */
  depth: number;
}

/** Nothing is known yet. */
export function nothingKnown(): Known {
  return { results: new Map(), depth: 0 };
}

/** More models inside each other than the stack holds: what is below does not fit. */
const MAX_DEPTH = 50;

/**
 * True if a JSON value has the type, as an SDK would check it: kinds, required members and closed
 * sets count, limits do not. Checks no value twice against a model, so it always ends.
 */
export function fits(
  models: ReadonlyMap<Pointer, Model>,
  type: Type,
  value: unknown,
  known: Known = nothingKnown(),
): boolean {
  const check = (inner: Type, of: unknown): boolean => fits(models, inner, of, known);
  switch (type.kind) {
    case "string":
    case "bytes":
      return typeof value === "string";
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case "date-time":
      return (
        typeof value === "string" &&
        /^\d{4}-\d{2}-\d{2}[T ]/.test(value) &&
        !Number.isNaN(Date.parse(value))
      );
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value);
    case "bigint":
      return Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
    case "boolean":
      return typeof value === "boolean";
    case "null":
      return value === null;
    case "unknown":
      return value !== undefined;
    case "never":
      return false;
    case "literal":
      return value === type.value;
    case "enum":
      return (
        type.values.some((known) => known.value === value) ||
        (type.open && type.values.length > 0 && typeof value === typeof type.values[0]?.value)
      );
    case "array":
      return Array.isArray(value) && value.every((item) => check(type.items, item));
    case "tuple":
      return (
        Array.isArray(value) &&
        type.items.every((item, index) =>
          index < value.length ? check(item, value[index]) : !isRequiredItem(type, index),
        )
      );
    case "object":
      return isRecord(value) && type.fields.every((field) => fieldFits(check, field, value));
    case "union":
      return type.variants.some((variant) => check(variant.type, value));
    case "intersection":
      return allFit(check, partsOf(models, type), value);
    case "ref": {
      const model = modelOf(models, type.to);
      return model !== undefined && modelFits(check, model, value, known);
    }
    default:
      return type satisfies never;
  }
}

/** The model at the end of a chain of aliases, which may be long. */
function modelOf(models: ReadonlyMap<Pointer, Model>, pointer: Pointer): Model | undefined {
  const seen = new Set<Pointer>();
  let found: Pointer = pointer;
  for (let model = models.get(found); model?.type.kind === "ref" && !seen.has(found);) {
    seen.add(found);
    found = model.type.to;
    model = models.get(found);
  }
  return models.get(found);
}

type Check = (type: Type, value: unknown) => boolean;

function allFit(check: Check, parts: readonly Type[], value: unknown): boolean {
  return parts.length <= MAX_PARTS && parts.every((part) => check(part, value));
}

function modelFits(check: Check, model: Model, value: unknown, known: Known): boolean {
  const results = known.results.get(model) ?? new Map<unknown, boolean>();
  known.results.set(model, results);
  const found = results.get(value);
  if (found !== undefined || known.depth > MAX_DEPTH) return found ?? false;
  results.set(value, false); // until it is known: a model may be made of itself
  known.depth++;
  const isFitting = check(model.type, value);
  known.depth--;
  results.set(value, isFitting);
  return isFitting;
}

function fieldFits(check: Check, field: Field, value: Readonly<Record<string, unknown>>): boolean {
  const member = Object.hasOwn(value, field.wire) ? value[field.wire] : undefined;
  if (member === undefined) return !field.required || field.access !== "both";
  return check(field.type, member);
}
