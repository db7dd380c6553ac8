import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, isList, isObject } from "./json.js";
import { append, parsePointer } from "./pointer.js";
import { type DocumentNode, type Kind, allNodes } from "./shape.js";

/** A document without the parts that have errors, and a diagnostic for each of them. */
export interface Degraded {
  readonly value: Json;
  /** Warnings that say what becomes of each part, or the errors that end the run. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Confines each error to the smallest part that can do without it, so that one mistake does not
 * refuse a whole document. An annotation is ignored, a schema accepts any value, and an operation
 * whose requests could be wrong is left out. What concerns all requests, such as a server or a
 * security scheme, stays an error, and so does everything if no operation would be left.
 *
 * @param found what `inspect` finds in the document
 * @param inspect finds the errors of a document. Leaving out a part can break refs to it
 */
export function degrade(
  document: Json,
  found: readonly Diagnostic[],
  inspect: (document: Json) => readonly Diagnostic[],
): Degraded {
  const diagnostics: Diagnostic[] = [];
  let value = document;
  // An edit removes what it is made for, so every round but the last makes the document smaller.
  for (let errors = found; errors.length > 0; errors = inspect(value)) {
    const nodes = new Map(rootNodes(value).map((node) => [node.pointer, node]));
    for (const error of errors) {
      const edit = editFor(nodes, error);
      if (!edit) return { value: document, diagnostics: found };
      value = edited(value, parsePointer(edit.pointer), edit.becomes);
      diagnostics.push(asWarning(error, edit.effect));
    }
  }
  const hasLost = found.some(({ pointer }) => pointer.startsWith("/paths/"));
  return hasLost && !hasOperation(value)
    ? { value: document, diagnostics: found }
    : { value, diagnostics };
}

interface Edit {
  readonly pointer: string;
  /** `undefined` removes the value. */
  readonly becomes: Json | undefined;
  readonly effect: string;
}

/** Objects that the SDK does without: documentation, and what is not generated. */
const UNREAD: ReadonlySet<Kind> = new Set<Kind>([
  "callback",
  "example",
  "externalDocs",
  "link",
  "tag",
]);

/** Members of a schema without which it accepts more values, and means the same. */
const OPTIONAL_KEYWORDS: ReadonlySet<string> = new Set([
  "$comment",
  "contentMediaType",
  "deprecated",
  "description",
  "discriminator",
  "examples",
  "maxContains",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minContains",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "multipleOf",
  "pattern",
  "required",
  "title",
  "uniqueItems",
]);

/** What to do about an error, or `undefined` if nothing makes it good. */
function editFor(
  nodes: ReadonlyMap<string, DocumentNode>,
  { code, pointer: at }: Diagnostic,
): Edit | undefined {
  // The whole map is wrong, not the entry that `$ref` would be.
  const pointer = code === "ref-misplaced" ? at.slice(0, at.lastIndexOf("/")) : at;
  const around = enclosing(nodes, pointer);
  const unread = around.find(isUnread);
  if (unread) return removed(unread.pointer, "It is ignored.");
  for (const [index, node] of around.entries()) {
    const edit = editOf(node, around[index - 1]?.pointer ?? pointer, pointer);
    if (edit !== undefined) return edit === "none" ? undefined : edit;
  }
  return undefined;
}

/**
 * What can be done about an error in a node.
 *
 * @param inner the pointer of the next node toward the error, or of the error itself
 */
function editOf(
  { kind, pointer }: DocumentNode,
  inner: string,
  error: string,
): Edit | "none" | undefined {
  const [key = ""] = parsePointer(inner.slice(pointer.length));
  switch (kind) {
    case "discriminator":
      return (key === "mapping" && error !== append(pointer, "mapping")) || key === "defaultMapping"
        ? removed(error, "The entry of the mapping is ignored.")
        : removed(pointer, "The discriminator is ignored.");
    case "schema":
      return OPTIONAL_KEYWORDS.has(key)
        ? removed(append(pointer, key), "The keyword is ignored.")
        : { pointer, becomes: true, effect: "The schema accepts any value." };
    case "response":
      return isErrorResponse(pointer) ? removed(pointer, "The response is left out.") : undefined;
    case "operation":
      return removed(pointer, "The operation is left out.");
    case "pathItem":
      return removed(pointer, "The path is left out.");
    case "components":
      return parsePointer(inner)[1] === "securitySchemes"
        ? "none"
        : removed(inner, "It is left out.");
    default:
      return undefined;
  }
}

/** Without a declaration, an error response is still an error. A success would lose its body. */
function isErrorResponse(pointer: string): boolean {
  const [section, ...tokens] = parsePointer(pointer);
  return section === "paths" && /^[345]/.test(tokens.at(-1) ?? "");
}

function isUnread({ kind, pointer }: DocumentNode): boolean {
  const [section, name] = parsePointer(pointer);
  return (
    UNREAD.has(kind) || (kind === "pathItem" && (section === "webhooks" || name === "pathItems"))
  );
}

/** The nodes that contain a pointer, innermost first. */
function enclosing(
  nodes: ReadonlyMap<string, DocumentNode>,
  pointer: string,
): readonly DocumentNode[] {
  const around: DocumentNode[] = [];
  for (
    let end = pointer.length;
    end >= 0;
    end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1)
  ) {
    const node = nodes.get(pointer.slice(0, end));
    if (node) around.push(node);
  }
  return around;
}

function removed(pointer: string, effect: string): Edit {
  return { pointer, becomes: undefined, effect };
}

function asWarning(error: Diagnostic, effect: string): Diagnostic {
  return { ...error, severity: "warning", message: `${error.message} ${effect}` };
}

/** A copy with another value at a place, or without it. What is not there stays absent. */
function edited(value: Json, tokens: readonly string[], becomes: Json | undefined): Json {
  const [token, ...rest] = tokens;
  if (token === undefined) return becomes ?? null;
  if (isList(value)) {
    return value.flatMap((item, index) => {
      if (String(index) !== token) return [item];
      if (rest.length === 0 && becomes === undefined) return [];
      return [edited(item, rest, becomes)];
    });
  }
  if (!isObject(value) || !Object.hasOwn(value, token)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      if (key !== token) return [[key, item]];
      if (rest.length === 0 && becomes === undefined) return [];
      return [[key, edited(item, rest, becomes)]];
    }),
  );
}

function hasOperation(document: Json): boolean {
  return rootNodes(document).some(
    ({ kind, pointer }) =>
      kind === "operation" && pointer.startsWith("/paths/") && !isInCallback(pointer),
  );
}

function isInCallback(pointer: string): boolean {
  return parsePointer(pointer).slice(3).includes("callbacks");
}

function rootNodes(document: Json): readonly DocumentNode[] {
  return allNodes({ kind: "document", value: document, pointer: "" });
}
