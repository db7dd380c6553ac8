import type { Problem } from "../diagnostics/diagnostic.js";
import { warning } from "../diagnostics/list.js";
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
): readonly Problem[] {
  return Object.keys(value)
    .filter((key) => !known.honoured.includes(key) && !key.startsWith("x-"))
    .map((key) => {
      const place = append(pointer, key);
      return known.ignored.includes(key) ? notHonoured(place, key) : unknownKey(place, key, known);
    });
}

function notHonoured(pointer: string, key: string): Problem {
  return warning({
    code: "config-not-honoured",
    pointer,
    message: `\`${key}\` is a key of Speakeasy that changes nothing here.`,
    help: "Take it out if only this generator reads the file.",
  });
}

function unknownKey(pointer: string, key: string, { honoured, ignored }: KnownKeys): Problem {
  const near = nearest(key, [...honoured, ...ignored]);
  return warning({
    code: "config-unknown-key",
    pointer,
    message: `\`${key}\` is not a key that we know.`,
    help: near === undefined ? `Known here: ${honoured.join(", ")}.` : `Did you mean \`${near}\`?`,
  });
}

/** The name that is closest to a misspelt one, if any is close enough to be meant. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)));
  const least = Math.min(...ranked.map(({ distance }) => distance));
  return ranked.find(({ distance }) => distance === least)?.name;
}
