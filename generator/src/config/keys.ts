import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { JsonObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { distance } from "../strings/spelling.js";

/** Which members an object of configuration may have. */
export interface KnownKeys {
  readonly honoured: readonly string[];
  /** Members that Speakeasy knows and that change nothing here. */
  readonly ignored: readonly string[];
}

/** A warning for each member that changes nothing: because it is misspelt, or because we do not support it. */
export function checkKeys(
  value: JsonObject,
  known: KnownKeys,
  pointer: string,
): readonly Diagnostic[] {
  return Object.keys(value)
    .filter((key) => !known.honoured.includes(key) && !key.startsWith("x-"))
    .map((key) => {
      const place = append(pointer, key);
      return known.ignored.includes(key) ? notHonoured(place, key) : unknownKey(place, key, known);
    });
}

function notHonoured(pointer: string, key: string): Diagnostic {
  return diagnostic(
    "config-key-ignored",
    pointer,
    `\`${key}\` is a Speakeasy key that has no effect here.`,
  );
}

function unknownKey(pointer: string, key: string, { honoured, ignored }: KnownKeys): Diagnostic {
  const near = nearest(key, [...honoured, ...ignored]);
  return diagnostic(
    "config-key-unknown",
    pointer,
    `Unknown key \`${key}\`.`,
    near === undefined ? `Known keys: ${honoured.join(", ")}.` : `Did you mean \`${near}\`?`,
  );
}

/** The name that is closest to a misspelt one, if any is close enough to be meant. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  return ranked.find(({ distance }) => distance === least)?.name;
}
