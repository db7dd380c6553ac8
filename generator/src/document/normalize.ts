import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isList, isObject, mapMembers, without } from "./json.js";
import { memberType } from "./member-types.js";
import { append } from "./pointer.js";
import { type Kind, type DocumentNode, childOf, rewrite } from "./shape.js";

/** A normalized document, and a warning for each guess. */
export interface Normalized {
  readonly value: Json;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Corrects what YAML makes of careless typing. A member without a value (`description:`) is null
 * and is removed, and a response without a value is empty. A number in the place of a string
 * (`version: 1.0`) becomes a string, with a warning, because YAML may have changed its digits. The
 * type `null` without quotes is the type.
 */
export function normalize(document: Json): Normalized {
  const diagnostics: Diagnostic[] = [];
  const value = rewrite({ kind: "document", value: document, pointer: "" }, (node, descend) =>
    descend(isObject(node.value) ? normalizeMembers(node, node.value, diagnostics) : node.value),
  );
  return { value, diagnostics };
}

function normalizeMembers(
  node: DocumentNode,
  value: JsonObject,
  diagnostics: Diagnostic[],
): JsonObject {
  const { kind, pointer } = node;
  const empty = Object.keys(value).filter((key) => value[key] === null && isTyped(kind, key));
  return mapMembers(empty.length > 0 ? without(value, ...empty) : value, (item, key) => {
    if (childOf(kind, key)?.kind === "response") return withEmptyResponses(item);
    const text =
      kind === "schema" && key === "type" ? withNullType(item) : toStrings(kind, key, item);
    if (text !== item) diagnostics.push(unquoted(append(pointer, key), item));
    return text;
  });
}

/** `204:` without anything after it: a response of which there is nothing to say. */
function withEmptyResponses(value: Json): Json {
  return isObject(value) ? mapMembers(value, (item) => item ?? {}) : value;
}

function isTyped(kind: Kind, key: string): boolean {
  return (
    memberType(kind, key) !== undefined || (childOf(kind, key) !== undefined && kind !== "callback")
  );
}

function toStrings(kind: Kind, key: string, value: Json): Json {
  const type = memberType(kind, key);
  if (type === "string" && typeof value === "number") return String(value);
  if (type !== "strings" || !isList(value)) return value;
  return value.some((item) => typeof item === "number")
    ? value.map((item) => (typeof item === "number" ? String(item) : item))
    : value;
}

/** `type: [string, null]`: YAML reads the name of the type as the value. */
function withNullType(value: Json): Json {
  return isList(value) && value.includes(null) ? value.map((item) => item ?? "null") : value;
}

function unquoted(pointer: string, value: Json): Diagnostic {
  return diagnostic(
    "string-unquoted",
    pointer,
    `Expected a string; ${JSON.stringify(value)} is read as one.`,
  );
}
