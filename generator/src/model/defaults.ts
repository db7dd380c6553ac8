/**
 * Defaults of required members and parameters: callers may leave them out, and the request has the
 * default, because the server requires a value.
 */
import { eachChild, mapChildren, splitNull } from "./type-helpers.js";
import type { Field, Operation, Parameter, Pointer, Type } from "./types.js";

/** A model, as far as its type matters. */
interface Typed {
  readonly pointer: Pointer;
  readonly type: Type;
}

/** Marks the members whose default is sent. */
export function markDefaults<M extends Typed>(models: readonly M[]): readonly M[] {
  const types = typesOf(models);
  const marked = (type: Type): Type => {
    if (!holdsDefault(type, types)) return type;
    const inner = mapChildren(type, marked);
    if (inner.kind !== "object") return inner;
    return { ...inner, fields: inner.fields.map((field) => withMark(field, types)) };
  };
  return models.map((model) => {
    const type = marked(model.type);
    return type === model.type ? model : { ...model, type };
  });
}

/** Marks the parameters whose default is sent. */
export function markParameters(
  operations: readonly Operation[],
  models: readonly Typed[],
): readonly Operation[] {
  const types = typesOf(models);
  return operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.map((parameter) => withMark(parameter, types)),
  }));
}

type Types = ReadonlyMap<Pointer, Type>;

function typesOf(models: readonly Typed[]): Types {
  return new Map(models.map(({ pointer, type }) => [pointer, type]));
}

function withMark<T extends Field | Parameter>(item: T, types: Types): T {
  return sendsDefault(item, types) ? { ...item, sendsDefault: true } : item;
}

function holdsDefault(type: Type, types: Types): boolean {
  let found = type.kind === "object" && type.fields.some((field) => sendsDefault(field, types));
  eachChild(type, (child) => {
    found ||= holdsDefault(child, types);
  });
  return found;
}

/** Only for a scalar that is one of several values: a constant may tell the variants of a union. */
function sendsDefault(
  { required, type, default: value }: Field | Parameter,
  types: Types,
): boolean {
  return required && value !== undefined && accepts(type, value, types);
}

function accepts(type: Type, value: unknown, types: Types): boolean {
  const { core, admitsNull } = splitNull(type);
  if (value === null) return admitsNull;
  switch (core.kind) {
    case "string":
    case "date":
    case "date-time":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "enum":
      return core.values.length > 1 && core.values.some((each) => each.value === value);
    case "ref": {
      const target = types.get(core.to);
      return target?.kind === "enum" && accepts(target, value, types);
    }
    default:
      return false;
  }
}
