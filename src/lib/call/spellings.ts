/** The ways to write one character: as it is, or escaped for a URL, JSON or HTML, and again. */
interface Spelling {
  /** Finds where a secret may begin. */
  readonly start: string;
  /**
   * Match the character at a position, as it is and escaped. Where both match, either can be right:
   * `%25` is an escaped `%`, or three characters of the secret.
   */
  readonly patterns: readonly RegExp[];
  /** What follows the character each time that it is escaped again. */
  readonly again: string | undefined;
}

/**
 * Matches where a word may begin. An escape sequence such as `%20` is not part of a word. (Bundlers
 * would keep a call of `String.raw`.)
 */
const WORD_START = "(?:(?<!\\w)|(?<=%[\\da-f]{2}|\\\\(?:u[\\da-f]{4}|[bfnrt])))";

/**
 * Returns a function that replaces a secret in a text with `***`, however its characters are
 * written. Each is matched by itself, because servers mix encodings, and cut and embed what they
 * have encoded.
 *
 * @param asWord - Whether to replace it as a whole word only.
 */
export function secretReplacer(secret: string, asWord: boolean): (text: string) => string {
  const known: Record<string, Spelling> = {};
  // Encoders double backslashes: any number of them is the same as one.
  const chars = secret.replace(/\\+/g, "\\");
  const spellings = Array.from(chars, (char) => (known[char] ??= spellingOf(char)));
  const start = new RegExp(`${asWord ? WORD_START : ""}(?:${spellings[0]?.start})`, "gi");
  return (text) => {
    let shown = "";
    let rest = 0;
    start.lastIndex = 0;
    for (let match; (match = start.exec(text));) {
      const { index } = match;
      const end = endOf(text, index, spellings);
      if (end && !(asWord && /\w/.test(text.charAt(end)))) {
        shown += `${text.slice(rest, index)}***`;
        start.lastIndex = rest = end;
        // Of backslashes it has found all. Within an escape of another character may be a start.
      } else if (chars[0] !== "\\") start.lastIndex = index + 1;
    }
    return shown + text.slice(rest);
  };
}

/** Where a secret that begins at a position ends; 0 if none begins there. */
function endOf(text: string, start: number, spellings: readonly Spelling[]): number {
  let ends = new Set([start]);
  for (const { patterns, again } of spellings) {
    const next = new Set<number>();
    for (const at of ends) {
      for (const pattern of patterns) {
        pattern.lastIndex = at;
        if (!pattern.test(text)) continue;
        let end = pattern.lastIndex;
        next.add(end);
        if (again) while (text.startsWith(again, end)) next.add((end += again.length));
      }
    }
    ends = next;
    if (!next.size) return 0;
  }
  return Math.max(...ends);
}

function spellingOf(char: string): Spelling {
  const code = char.codePointAt(0) ?? 0;
  const units = (prefix: string): string =>
    char.replace(/[^]/g, (unit) => `${prefix}u${hex(unit.charCodeAt(0), 4)}`);
  const literal = units("\\");
  const percent = Array.from(new TextEncoder().encode(char), (byte) => `%(?:25)*${hex(byte, 2)}`);
  // Any named entity stands for any sign. A table of all names would be longer than the SDK.
  const named = /[\w\\]/.test(char) ? "" : String.raw`|[a-z]\w+`;
  const escapes = [
    units("\\\\{0,9}"),
    percent.join(""),
    String.raw`&(?:amp;)*(?:#0*${code}(?!\d)|#x0*${hex(code, 1)}(?![\da-f])${named});?`,
    // `+` of a form, and `\n`.
    ...(char === " "
      ? [String.raw`\+|%(?:25)*2b`]
      : char < " "
        ? [JSON.stringify(char).slice(2, -1)]
        : []),
  ].join("|");
  const start = `${literal}|${escapes}`;
  return {
    start: char === "\\" ? `(?:${start})+` : start,
    patterns: [
      new RegExp(`\\\\*${literal}`, "y"),
      new RegExp(char === "\\" ? `(?:${start})+` : `\\\\*(?:${escapes})`, "iy"),
    ],
    again: { "%": "25", "&": "amp;" }[char],
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
