import { isDeepStrictEqual } from "node:util";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isObject, show } from "../document/json.js";
import { append } from "../document/pointer.js";
import { nearest } from "../strings/spelling.js";
import { FOREIGN, type IgnoredKey, type IgnoredKeys } from "./ignored-keys.js";

/** The members that an object of the configuration may have. */
export interface KnownKeys {
  readonly supported: readonly string[];
  /** Members that Speakeasy supports and that have no effect here. */
  readonly ignored: IgnoredKeys;
}

/**
 * A warning for each member that is misspelled, or that is not supported and has a value that would
 * make a difference. A note for each that is about something else.
 */
export function checkKeys(
  value: JsonObject,
  known: KnownKeys,
  pointer: string,
): readonly Diagnostic[] {
  return Object.entries(value).flatMap(([key, item]) => {
    if (known.supported.includes(key) || key.startsWith("x-")) return [];
    const location = append(pointer, key);
    return Object.hasOwn(known.ignored, key)
      ? checkIgnored(item, known.ignored[key] ?? FOREIGN, key, location)
      : [unknownKey(location, key, known)];
  });
}

function checkIgnored(
  value: Json,
  ignored: IgnoredKey,
  key: string,
  pointer: string,
): readonly Diagnostic[] {
  if (isOff(value)) return [];
  if (ignored === FOREIGN) return [foreignKey(pointer, key)];
  if (isValues(ignored))
    return ignored.some((same) => isSame(same, value)) ? [] : [ignoredKey(pointer, key, value)];
  return isObject(value)
    ? checkKeys(value, { supported: [], ignored }, pointer)
    : [ignoredKey(pointer, key, value)];
}

function isValues(ignored: IgnoredKey): ignored is readonly Json[] {
  return Array.isArray(ignored);
}

/** Not set, or switched off. */
function isOff(value: Json): boolean {
  if (value === null || value === "") return true;
  if (typeof value !== "object") return false;
  return (
    Object.values(value).every(isOff) ||
    (isObject(value) && isDeepStrictEqual(value["enabled"], false))
  );
}

/** YAML may have a boolean in quotes. */
function isSame(a: Json, b: Json): boolean {
  return isDeepStrictEqual(a, b) || (typeof b === "string" && show(a) === b);
}

function ignoredKey(pointer: string, key: string, value: Json): Diagnostic {
  const what = typeof value === "object" ? key : `${key}: ${show(value)}`;
  return diagnostic(
    "config-key-ignored",
    pointer,
    `\`${what.slice(0, 100)}\` of Speakeasy has no effect here.`,
  );
}

function foreignKey(pointer: string, key: string): Diagnostic {
  return diagnostic(
    "config-key-foreign",
    pointer,
    `\`${key}\` of Speakeasy is not about the SDK that sdkwright generates.`,
  );
}

function unknownKey(pointer: string, key: string, { supported, ignored }: KnownKeys): Diagnostic {
  const known = [...supported, ...Object.keys(ignored)];
  const near = nearest(key, known);
  return diagnostic(
    "config-key-unknown",
    pointer,
    `Unknown key \`${key}\`.`,
    near === undefined
      ? `Known keys: ${(supported.length > 0 ? supported : known).join(", ")}.`
      : `Did you mean \`${near}\`?`,
  );
}
