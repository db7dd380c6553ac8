import { isRequiredItem } from "../../model/type-helpers.js";
import type { Field, Model, Pointer, Type } from "../../model/types.js";

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * True if a JSON value has the type, as an SDK would check it: kinds, required members and closed
 * sets count, limits do not. Recurses with the value, so it always ends.
 */
export function fits(models: ReadonlyMap<Pointer, Model>, type: Type, value: unknown): boolean {
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
      return Array.isArray(value) && value.every((item) => fits(models, type.items, item));
    case "tuple":
      return (
        Array.isArray(value) &&
        type.items.every((item, index) =>
          index < value.length ? fits(models, item, value[index]) : !isRequiredItem(type, index),
        )
      );
    case "object":
      return isRecord(value) && type.fields.every((field) => fieldFits(models, field, value));
    case "union":
      return type.variants.some((variant) => fits(models, variant.type, value));
    case "intersection":
      return type.parts.every((part) => fits(models, part, value));
    case "ref": {
      const model = models.get(type.to);
      return model !== undefined && fits(models, model.type, value);
    }
    default:
      return type satisfies never;
  }
}

function fieldFits(
  models: ReadonlyMap<Pointer, Model>,
  field: Field,
  value: Readonly<Record<string, unknown>>,
): boolean {
  const member = Object.hasOwn(value, field.wire) ? value[field.wire] : undefined;
  if (member === undefined) return !field.required || field.access !== "both";
  return fits(models, field.type, member);
}
