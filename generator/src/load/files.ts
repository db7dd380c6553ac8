import { type Json, isObject, member } from "../document/json.js";
import { append, decodeFragment, formatPointer, parsePointer } from "../document/pointer.js";
import { allNodes } from "../document/shape.js";

/**
 * The parsed files by location, without fragments. `null` marks a file that could not be read: that
 * has been reported, and refs to it are skipped.
 */
export type Files = ReadonlyMap<string, Json | null>;

/** A location in a file. */
export interface FileLocation {
  readonly file: string;
  readonly pointer: string;
}

/** The result of a lookup: a value, a file to read first, or nothing. */
export type Lookup =
  | { readonly kind: "found"; readonly value: Json; readonly location: FileLocation }
  | { readonly kind: "unread"; readonly file: string }
  | { readonly kind: "nowhere" };

const NOT_FOUND: Lookup = { kind: "nowhere" };

/**
 * The target of a `$ref`, relative to its file (RFC 3986 section 5). `undefined` for an invalid URI
 * reference, and for a ref from a remote document to a local file.
 */
export function resolveRef(ref: string, base: string): FileLocation | undefined {
  // Nearly all refs stay in their file, and parsing a URL is slow.
  if (ref.startsWith("#")) return { file: base, pointer: decodeFragment(ref.slice(1)) };
  if (!URL.canParse(ref, base)) return undefined;
  const url = new URL(ref, base);
  if (isRemoteToLocal(ref, base)) return undefined;
  const pointer = decodeFragment(ref.includes("#") ? ref.slice(ref.indexOf("#") + 1) : "");
  url.hash = "";
  return { file: url.href, pointer };
}

/** True for a `$ref` with which a remote document would read a local file. */
export function isRemoteToLocal(ref: string, base: string): boolean {
  return (
    !base.startsWith("file:") && URL.canParse(ref, base) && new URL(ref, base).protocol === "file:"
  );
}

const HOPS = 32;

/**
 * Looks up a location. A fragment that is not a pointer is the `$anchor` of a schema. If a token is
 * missing because its parent is a `$ref`, the search continues in the target, in any file.
 */
export function lookUp(files: Files, location: FileLocation, hops = 0): Lookup {
  const root = files.get(location.file);
  if (root === undefined) return { kind: "unread", file: location.file };
  if (root === null || hops > HOPS) return NOT_FOUND;
  if (location.pointer !== "" && !location.pointer.startsWith("/"))
    return findAnchor(root, location);
  const tokens = parsePointer(location.pointer);
  let value: Json = root;
  for (const [index, token] of tokens.entries()) {
    const inner = memberOf(value, token);
    if (inner === undefined) {
      const before = { file: location.file, pointer: formatPointer(tokens.slice(0, index)) };
      return lookUpFrom(files, { value, location: before }, tokens.slice(index), hops);
    }
    value = inner;
  }
  return { kind: "found", value, location: { ...location, pointer: formatPointer(tokens) } };
}

/** An own member or item. */
function memberOf(value: Json, token: string): Json | undefined {
  return typeof value === "object" && value !== null && Object.hasOwn(value, token)
    ? Reflect.get(value, token)
    : undefined;
}

/** Continues the search where a token is missing. */
function lookUpFrom(
  files: Files,
  from: { readonly value: Json; readonly location: FileLocation },
  tokens: readonly string[],
  hops: number,
): Lookup {
  let current: Lookup = { kind: "found", ...from };
  for (const token of tokens) {
    if (current.kind !== "found") return current;
    current = step(files, current.value, current.location, token, hops);
  }
  return current;
}

function step(
  files: Files,
  value: Json,
  location: FileLocation,
  token: string,
  hops: number,
): Lookup {
  const inner = memberOf(value, token);
  if (inner !== undefined) {
    return {
      kind: "found",
      value: inner,
      location: { ...location, pointer: append(location.pointer, token) },
    };
  }
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  const target = typeof ref === "string" ? resolveRef(ref, location.file) : undefined;
  if (!target) return NOT_FOUND;
  const found = lookUp(files, target, hops + 1);
  return found.kind === "found" ? step(files, found.value, found.location, token, hops + 1) : found;
}

function findAnchor(root: Json, { file, pointer: anchor }: FileLocation): Lookup {
  const isDocument =
    isObject(root) && ["openapi", "paths", "components"].some((key) => key in root);
  const start = { kind: isDocument ? "document" : "schema", value: root, pointer: "" } as const;
  for (const { kind, value, pointer } of allNodes(start)) {
    if (kind === "schema" && isObject(value) && member(value, "$anchor") === anchor) {
      return { kind: "found", value, location: { file, pointer } };
    }
  }
  return NOT_FOUND;
}
