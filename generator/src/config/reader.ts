import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isList, isObject, member } from "../document/json.js";
import { append } from "../document/pointer.js";

/**
 * Typed access to an object of the configuration. A member of the wrong type is an error and counts
 * as absent.
 */
export interface Reader {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly string: (key: string) => string | undefined;
  readonly boolean: (key: string) => boolean | undefined;
  readonly integer: (key: string) => number | undefined;
  readonly choice: <T extends string>(key: string, choices: readonly T[]) => T | undefined;
  /** A member that is an object, or an empty object. */
  readonly object: (key: string) => Reader;
  /** The objects of a list, or an empty list. */
  readonly objects: (key: string) => readonly Reader[];
  /** The entries of a map of objects. */
  readonly entries: (key: string) => readonly (readonly [name: string, reader: Reader])[];
}

/** Reads an object. Adds errors to `diagnostics`. */
export function reader(value: Json, pointer: string, diagnostics: Diagnostic[]): Reader {
  const object = asObject(value, pointer, diagnostics);
  const get = <T>(
    key: string,
    wanted: string,
    narrow: (value: Json) => T | undefined,
  ): T | undefined => {
    const found = member(object, key);
    if (found === undefined || found === null) return undefined;
    const narrowed = narrow(found);
    if (narrowed === undefined) diagnostics.push(wrong(append(pointer, key), key, wanted, found));
    return narrowed;
  };
  const inner = (item: Json, ...keys: readonly (string | number)[]): Reader =>
    reader(item, append(pointer, ...keys), diagnostics);
  return {
    value: object,
    pointer,
    string: (key) => get(key, "a string", toText),
    boolean: (key) =>
      get(key, "true or false", (found) => (typeof found === "boolean" ? found : undefined)),
    integer: (key) => get(key, "an integer of at least 0", toCount),
    choice: (key, choices) =>
      get(key, `one of ${choices.join(", ")}`, (found) =>
        choices.find((choice) => choice === found),
      ),
    object: (key) =>
      inner(get(key, "an object", (found) => (isObject(found) ? found : undefined)) ?? {}, key),
    objects: (key) =>
      (get(key, "a list", (found) => (isList(found) ? found : undefined)) ?? []).map(
        (item, index) => inner(item, key, index),
      ),
    entries: (key) =>
      Object.entries(
        get(key, "an object", (found) => (isObject(found) ? found : undefined)) ?? {},
      ).map(([name, item]) => [name, inner(item, key, name)] as const),
  };
}

function asObject(value: Json, pointer: string, diagnostics: Diagnostic[]): JsonObject {
  if (isObject(value)) return value;
  diagnostics.push(wrong(pointer, "This", "an object", value));
  return {};
}

/** YAML reads an unquoted version such as 1.0 as a number. */
function toText(value: Json): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function toCount(value: Json): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function wrong(pointer: string, key: string, wanted: string, value: Json): Diagnostic {
  return diagnostic(
    "config-value-invalid",
    pointer,
    `Expected \`${key}\` to be ${wanted}, found ${JSON.stringify(value).slice(0, 60)}.`,
  );
}
