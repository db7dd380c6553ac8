/**
 * Splits the names of a document into words, and turns words into identifiers. Scopes resolve
 * clashes.
 */

/**
 * The words of a name. A word ends at anything that is neither letter nor digit, before a capital
 * that follows a lowercase letter or digit, and before the last capital of an initialism (`APIKey`:
 * API, Key) that is no plural (`listDVRs`: list, DVRs). Digits belong to the word before them. A
 * name without letters is spelled out: `+1` is plus 1.
 */
export function words(name: string): readonly string[] {
  return runsOf(name).flatMap(wordsIn);
}

/**
 * `API key-header` -> `apiKeyHeader`. Keeps initialisms, which stand out from what is around them:
 * `codeForAPIKey` and `get_DVR_list` (`getDVRList`), but not `X-API-KEY` (`xApiKey`). Empty for a
 * name without words.
 */
export function camel(name: string): string {
  const runs = runsOf(name);
  const isAlone = runs.some(isSmall) && runs.filter(isShouted).length === 1;
  const [first = "", ...rest] = runs.flatMap((run) =>
    wordsIn(run).map((word) => (isAlone || !isShouted(run) ? word : word.toLowerCase())),
  );
  return joined([first.toLowerCase(), ...rest.map(capital)]);
}

/** `["user keys", "list"]` -> `userKeysList`. */
export function camelPath(path: readonly string[]): string {
  const [first = "", ...rest] = path.map(camel).filter((part) => part !== "");
  return joined([first, ...rest.map(capital)]);
}

/** The runs of letters and digits in a name. */
function runsOf(name: string): readonly string[] {
  const normal = name.normalize("NFKC");
  const text = LETTER.test(normal) ? normal : spelled(normal);
  return text.match(RUN) ?? [];
}

/** True for a run without capitals. */
function isSmall(run: string): boolean {
  return HAS_LOWER.test(run) && !HAS_UPPER.test(run);
}

/** True for a run of capitals, in which initialisms cannot be told from other words. */
function isShouted(run: string): boolean {
  return HAS_UPPER.test(run) && !HAS_LOWER.test(run);
}

function wordsIn(run: string): readonly string[] {
  return run.match(WORD) ?? [];
}

/** `bad_credentials` -> `BadCredentials`. Keeps capitals inside words: `APIKey` stays `APIKey`. */
export function pascal(name: string): string {
  return joined(words(name).map(capital));
}

/** The member for a wire name. Keeps camelCase names, and converts others to camelCase. */
export function memberName(name: string): string {
  return /^[a-z][A-Za-z0-9]*$/.test(name) ? name : camel(name);
}

/** `apiKeyHeader` -> `API_KEY_HEADER`, as for environment variables. */
export function screaming(name: string): string {
  return words(name)
    .map((word) => word.toUpperCase())
    .join("_");
}

/**
 * A valid identifier (ECMA-262, 12.7), as close to the name as possible. Invalid characters are
 * dropped, a leading digit gets the prefix, an empty name becomes the fallback, and a name that is
 * too long for a file is cut.
 */
export function identifier(text: string, fallback: string, prefix = "_"): string {
  if (PLAIN.test(text)) return shortened(text);
  const kept = shortened(text.replaceAll(/[^\p{ID_Continue}$]/gu, ""));
  if (kept === "") return fallback;
  return /^[\p{ID_Start}_$]/u.test(kept) ? kept : `${prefix}${kept}`;
}

/** Matches most identifiers. */
const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** File systems allow 255 bytes. This leaves room for a number, a suffix and an extension. */
const MOST_BYTES = 150;

/** Cuts a name to what a file can be called. */
export function shortened(name: string): string {
  // A code unit takes at most three bytes.
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
const RUN = /[\p{L}\p{Mn}\p{Mc}\p{Nd}]+/gu;
const HAS_UPPER = new RegExp(UPPER, "u");
const HAS_LOWER = /\p{Ll}/u;
const WORD = new RegExp(
  `${UPPER}{2,}s(?!${SMALL})${DIGITS}|${UPPER}+(?!${SMALL})${DIGITS}|${UPPER}?${SMALL}+${DIGITS}|${UPPER}${DIGITS}|\\p{Nd}${DIGITS}`,
  "gu",
);

const FIRST_DIGIT = /^\p{Nd}/u;
const LAST_DIGIT = /\p{Nd}$/u;

/** Joins words. Two adjacent numbers would read as one, so they get an underscore. */
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
