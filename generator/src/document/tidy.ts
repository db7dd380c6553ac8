import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { expected } from "./expect.js";
import { type Json, type JsonObject, isList, isObject, mapMembers, without } from "./json.js";
import { append } from "./pointer.js";
import { type Kind, type Placed, childOf, rewrite } from "./shape.js";

/** A tidied value and what had to be guessed. */
export interface Tidied {
  readonly value: Json;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Sets right what YAML makes of careless typing: a member without a value (`description:`) is null and is taken out, a
 * number where a text belongs (`version: 1.0`) becomes a text, with a warning because YAML may have changed its digits.
 */
export function tidy(document: Json): Tidied {
  const diagnostics: Diagnostic[] = [];
  const value = rewrite({ kind: "document", value: document, pointer: "" }, (placed, descend) =>
    descend(isObject(placed.value) ? tidyMembers(placed, placed.value, diagnostics) : placed.value),
  );
  return { value, diagnostics };
}

function tidyMembers(placed: Placed, value: JsonObject, diagnostics: Diagnostic[]): JsonObject {
  const { kind, pointer } = placed;
  const empty = Object.keys(value).filter((key) => value[key] === null && isTyped(kind, key));
  return mapMembers(empty.length > 0 ? without(value, ...empty) : value, (item, key) => {
    const text = toText(kind, key, item);
    if (text !== item) diagnostics.push(unquoted(append(pointer, key), item));
    return text;
  });
}

function isTyped(kind: Kind, key: string): boolean {
  return (
    expected(kind, key) !== undefined || (childOf(kind, key) !== undefined && kind !== "callback")
  );
}

function toText(kind: Kind, key: string, value: Json): Json {
  const expectation = expected(kind, key);
  if (expectation === "text" && typeof value === "number") return String(value);
  if (expectation !== "texts" || !isList(value)) return value;
  return value.some((item) => typeof item === "number")
    ? value.map((item) => (typeof item === "number" ? String(item) : item))
    : value;
}

function unquoted(pointer: string, value: Json): Diagnostic {
  return diagnostic(
    "string-unquoted",
    pointer,
    `Expected a string; ${JSON.stringify(value)} is read as one.`,
  );
}
