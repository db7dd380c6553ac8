import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { JsonObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { distance } from "../strings/spelling.js";

/** The members that an object of the configuration may have. */
export interface KnownKeys {
  readonly supported: readonly string[];
  /** Members that Speakeasy supports and that have no effect here. */
  readonly ignored: readonly string[];
}

/** A warning for each member that has no effect, because it is misspelled or not supported. */
export function checkKeys(
  value: JsonObject,
  known: KnownKeys,
  pointer: string,
): readonly Diagnostic[] {
  return Object.keys(value)
    .filter((key) => !known.supported.includes(key) && !key.startsWith("x-"))
    .map((key) => {
      const location = append(pointer, key);
      return known.ignored.includes(key)
        ? ignoredKey(location, key)
        : unknownKey(location, key, known);
    });
}

function ignoredKey(pointer: string, key: string): Diagnostic {
  return diagnostic(
    "config-key-ignored",
    pointer,
    `\`${key}\` is a Speakeasy key that has no effect here.`,
  );
}

function unknownKey(pointer: string, key: string, { supported, ignored }: KnownKeys): Diagnostic {
  const near = nearest(key, [...supported, ...ignored]);
  return diagnostic(
    "config-key-unknown",
    pointer,
    `Unknown key \`${key}\`.`,
    near === undefined ? `Known keys: ${supported.join(", ")}.` : `Did you mean \`${near}\`?`,
  );
}

/** The closest name, if one is close enough to be a typo. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  return ranked.find(({ distance }) => distance === least)?.name;
}
