import { type Json, isObject, member } from "../document/json.js";
import { append, decodeFragment, formatPointer, parsePointer } from "../document/pointer.js";
import { everything } from "../document/shape.js";

/**
 * The parsed files of a document by location, without fragments. `null` marks a file that could not be read: its
 * diagnostic is known, and what refers to it is passed over.
 */
export type Files = ReadonlyMap<string, Json | null>;

/** A place in a file. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
}

/** What a search among the files came to: a value, a file that is to be read first, or nothing. */
export type Search =
  | { readonly kind: "found"; readonly value: Json; readonly place: Place }
  | { readonly kind: "unread"; readonly file: string }
  | { readonly kind: "nowhere" };

const NOWHERE: Search = { kind: "nowhere" };

/**
 * Where a `$ref` in a file leads: relative to that file (RFC 3986 section 5). `undefined` for what is no URI reference,
 * and for a file of this machine that a document from the network asks for.
 */
export function placeOf(ref: string, base: string): Place | undefined {
  // Nearly all refs stay in their file, and parsing a URL is dear.
  if (ref.startsWith("#")) return { file: base, pointer: decodeFragment(ref.slice(1)) };
  if (!URL.canParse(ref, base)) return undefined;
  const url = new URL(ref, base);
  if (isRemoteToLocal(ref, base)) return undefined;
  const pointer = decodeFragment(ref.includes("#") ? ref.slice(ref.indexOf("#") + 1) : "");
  url.hash = "";
  return { file: url.href, pointer };
}

/** True for a `$ref` with which a document from the network would read a file of this machine. */
export function isRemoteToLocal(ref: string, base: string): boolean {
  return (
    !base.startsWith("file:") && URL.canParse(ref, base) && new URL(ref, base).protocol === "file:"
  );
}

const HOPS = 32;

/**
 * What is at a place. A fragment that is no pointer is an `$anchor` of a schema. Where a name is missing because its
 * parent is a `$ref`, the search goes on in what that refers to, in whatever file that is.
 */
export function find(files: Files, place: Place, hops = 0): Search {
  const root = files.get(place.file);
  if (root === undefined) return { kind: "unread", file: place.file };
  if (root === null || hops > HOPS) return NOWHERE;
  if (place.pointer !== "" && !place.pointer.startsWith("/")) return findAnchor(root, place);
  const tokens = parsePointer(place.pointer);
  let value: Json = root;
  for (const [index, token] of tokens.entries()) {
    const inner = memberOf(value, token);
    if (inner === undefined) {
      const before = { file: place.file, pointer: formatPointer(tokens.slice(0, index)) };
      return findOn(files, { value, place: before }, tokens.slice(index), hops);
    }
    value = inner;
  }
  return { kind: "found", value, place: { ...place, pointer: formatPointer(tokens) } };
}

/** A member or an item of its own. */
function memberOf(value: Json, token: string): Json | undefined {
  return typeof value === "object" && value !== null && Object.hasOwn(value, token)
    ? Reflect.get(value, token)
    : undefined;
}

/** The search from a place where a name is missing. */
function findOn(
  files: Files,
  from: { readonly value: Json; readonly place: Place },
  tokens: readonly string[],
  hops: number,
): Search {
  let current: Search = { kind: "found", ...from };
  for (const token of tokens) {
    if (current.kind !== "found") return current;
    current = step(files, current.value, current.place, token, hops);
  }
  return current;
}

function step(files: Files, value: Json, place: Place, token: string, hops: number): Search {
  const inner = memberOf(value, token);
  if (inner !== undefined) {
    return {
      kind: "found",
      value: inner,
      place: { ...place, pointer: append(place.pointer, token) },
    };
  }
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  const target = typeof ref === "string" ? placeOf(ref, place.file) : undefined;
  if (!target) return NOWHERE;
  const found = find(files, target, hops + 1);
  return found.kind === "found" ? step(files, found.value, found.place, token, hops + 1) : found;
}

function findAnchor(root: Json, { file, pointer: anchor }: Place): Search {
  const isDocument =
    isObject(root) && ["openapi", "paths", "components"].some((key) => key in root);
  const start = { kind: isDocument ? "document" : "schema", value: root, pointer: "" } as const;
  for (const { kind, value, pointer } of everything(start)) {
    if (kind === "schema" && isObject(value) && member(value, "$anchor") === anchor) {
      return { kind: "found", value, place: { file, pointer } };
    }
  }
  return NOWHERE;
}
