/**
 * Turns whatever a document calls a thing into words, and words into identifiers. Pure functions; clashes are
 * the business of scopes.
 */

/**
 * The words of a name. They end at anything that is neither letter nor digit, before a capital that follows a
 * small letter or digit, and before the last capital of an acronym (`APIKey`: API, Key). Digits stay with the
 * word before them.
 */
export function words(name: string): readonly string[] {
  return (
    name
      .normalize("NFC")
      .match(/\p{Lu}+(?!\p{Ll})[\p{N}\p{M}]*|\p{Lu}?[\p{Ll}\p{Lm}\p{Lo}\p{M}]+[\p{N}]*|\p{Lu}[\p{N}\p{M}]*|\p{N}+/gu) ?? []
  );
}

/** `API key-header` -> `apiKeyHeader`. Empty for a name without letters and digits. */
export function camel(name: string): string {
  const [first = "", ...rest] = words(name);
  return first.toLowerCase() + rest.map(capitalized).join("");
}

/** `bad_credentials` -> `BadCredentials`; the capitals inside of words are kept: `APIKey` stays `APIKey`. */
export function pascal(name: string): string {
  return words(name)
    .map((word) => upper(word.charAt(0)) + word.slice(1))
    .join("");
}

/** `apiKeyHeader` -> `API_KEY_HEADER`, as environment variables are called. */
export function screaming(name: string): string {
  return words(name)
    .map((word) => word.toUpperCase())
    .join("_");
}

/** A valid identifier as near to the text as possible: `3d` -> `_3d`, `new` -> `new_`, nothing -> the fallback. */
export function identifier(text: string, fallback: string, reserved: ReadonlySet<string> = reservedWords): string {
  const start = text === "" ? fallback : text;
  const valid = /^[\p{ID_Start}$_]/u.test(start) ? start : `_${start}`;
  return reserved.has(valid) ? `${valid}_` : valid;
}

function capitalized(word: string): string {
  return upper(word.charAt(0)) + word.slice(1).toLowerCase();
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** Words that cannot name a variable of a module in strict mode (ECMA-262, 12.7.2), and those that TypeScript adds. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try type typeof undefined var void while with yield"
  ).split(" "),
);
