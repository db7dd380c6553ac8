/**
 * Turns whatever a document calls a thing into words, and words into identifiers. Pure functions; clashes are the
 * business of scopes.
 */

/**
 * The words of a name. They end at anything that is neither letter nor digit, before a capital that follows a small
 * letter or digit, and before the last capital of an acronym (`APIKey`: API, Key). Digits stay with the word before
 * them. A name without letters is spelled out: `+1` is plus 1.
 */
export function words(name: string): readonly string[] {
  const normal = name.normalize("NFKC");
  const text = LETTER.test(normal) ? normal : spelled(normal);
  return text.match(WORD) ?? [];
}

/** `API key-header` -> `apiKeyHeader`. Empty for a name without anything to say. */
export function camel(name: string): string {
  const [first = "", ...rest] = words(name);
  return joined([first.toLowerCase(), ...rest.map((word) => capital(word.toLowerCase()))]);
}

/** `bad_credentials` -> `BadCredentials`; capitals inside of words are kept: `APIKey` stays `APIKey`. */
export function pascal(name: string): string {
  return joined(words(name).map(capital));
}

/** The member for a wire name: names that are camelCase already stay as they are, others are brought to it. */
export function memberName(name: string): string {
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : camel(name);
}

/** `apiKeyHeader` -> `API_KEY_HEADER`, as environment variables are called. */
export function screaming(name: string): string {
  return words(name)
    .map((word) => word.toUpperCase())
    .join("_");
}

/**
 * A valid identifier (ECMA-262, 12.7) as near to the text as possible: what cannot be in one is left out, a leading
 * digit gets the prefix, nothing at all becomes the fallback, and what is too long for the name of a file is cut.
 */
export function identifier(text: string, fallback: string, prefix = "_"): string {
  if (PLAIN.test(text)) return shortened(text);
  const kept = shortened(text.replaceAll(/[^\p{ID_Continue}$]/gu, ""));
  if (kept === "") return fallback;
  return /^[\p{ID_Start}_$]/u.test(kept) ? kept : `${prefix}${kept}`;
}

/** Most identifiers. */
const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** File systems take names of 255 bytes; that leaves room for a number, a suffix and an extension. */
const MOST_BYTES = 150;

/** The beginning of a name, as much as a file may be called. */
export function shortened(name: string): string {
  // No character takes more than three bytes for each of its code units.
  if (name.length * 3 <= MOST_BYTES) return name;
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > MOST_BYTES) return name.slice(0, end);
    end += character.length;
  }
  return name;
}

const LETTER = /\p{L}/u;
const UPPER = "[\\p{Lu}\\p{Lt}]";
const SMALL = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{Mn}\\p{Mc}]";
const DIGITS = "[\\p{Nd}\\p{Mn}\\p{Mc}]*";
const WORD = new RegExp(
  `${UPPER}+(?!${SMALL})${DIGITS}|${UPPER}?${SMALL}+${DIGITS}|${UPPER}${DIGITS}|\\p{Nd}${DIGITS}`,
  "gu",
);

const FIRST_DIGIT = /^\p{Nd}/u;
const LAST_DIGIT = /\p{Nd}$/u;

/** Two numbers side by side would read as one. */
function joined(parts: readonly string[]): string {
  const isApart = (part: string, index: number): boolean =>
    FIRST_DIGIT.test(part) && LAST_DIGIT.test(parts[index - 1] ?? "");
  return parts.map((part, index) => (isApart(part, index) ? `_${part}` : part)).join("");
}

function capital(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

function spelled(text: string): string {
  return [...text].map((sign) => (signs.has(sign) ? ` ${signs.get(sign)} ` : sign)).join("");
}

const signs: ReadonlyMap<string, string> = new Map([
  ["+", "plus"],
  ["-", "minus"],
  ["*", "asterisk"],
  ["/", "slash"],
  ["\\", "backslash"],
  ["<", "less"],
  [">", "greater"],
  ["=", "equal"],
  ["!", "not"],
  ["&", "and"],
  ["|", "or"],
  ["%", "percent"],
  ["#", "hash"],
  ["@", "at"],
  ["$", "dollar"],
  ["^", "caret"],
  ["~", "tilde"],
  [".", "dot"],
  [",", "comma"],
  [":", "colon"],
  [";", "semicolon"],
  ["?", "question"],
  ["_", "underscore"],
  ["'", "quote"],
  ['"', "double quote"],
  ["`", "backtick"],
  ["(", "open"],
  [")", "close"],
  ["[", "open bracket"],
  ["]", "close bracket"],
  ["{", "open brace"],
  ["}", "close brace"],
]);
