/** Where a JSON value, or the key in front of it, starts, and the same for everything inside. */
export interface JsonPosition {
  readonly offset: number;
  /** By key or index. If a key occurs twice, the first one counts. */
  readonly inner: ReadonlyMap<string, JsonPosition>;
}

/**
 * The positions in a string that `JSON.parse` accepts. A hundred times faster than a YAML parser.
 */
export function jsonPositions(text: string): JsonPosition {
  return new Scanner(text).value();
}

const NO_POSITIONS: JsonPosition["inner"] = new Map();

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The position of the next value: the given offset of its key, or where the value itself starts.
   */
  value(offset: number = this.#next()): JsonPosition {
    this.#next();
    const open = this.#text[this.#at];
    if (open === "{" || open === "[") return { offset, inner: this.#inner(open === "{") };
    this.#scalar();
    return { offset, inner: NO_POSITIONS };
  }

  #inner(isObject: boolean): JsonPosition["inner"] {
    const inner = new Map<string, JsonPosition>();
    this.#at++;
    for (let index = 0; !this.#ends(); index++) {
      const offset = this.#next();
      const key = isObject ? String(JSON.parse(this.#scalar())) : String(index);
      if (isObject) this.#at = this.#next() + 1; // after the colon
      const spot = this.value(offset);
      if (!inner.has(key)) inner.set(key, spot);
      if (this.#text[this.#next()] === ",") this.#at++;
    }
    this.#at++;
    return inner;
  }

  #ends(): boolean {
    const sign = this.#text[this.#next()];
    return sign === "}" || sign === "]" || sign === undefined;
  }

  /** Skips white space. */
  #next(): number {
    while (this.#text.charCodeAt(this.#at) <= SPACE) this.#at++;
    return this.#at;
  }

  #scalar(): string {
    const from = this.#at;
    if (this.#text[from] === '"') this.#at = this.#endOfText(from);
    else while (this.#at < this.#text.length && !AFTER.has(this.#text[this.#at] ?? "")) this.#at++;
    return this.#text.slice(from, this.#at);
  }

  #endOfText(from: number): number {
    let end = from;
    do end = this.#text.indexOf('"', end + 1);
    while (end >= 0 && isEscaped(this.#text, end));
    return end < 0 ? this.#text.length : end + 1;
  }
}

const SPACE = 0x20;

/** What ends a number or a word. */
const AFTER: ReadonlySet<string> = new Set([",", "]", "}", " ", "\n", "\r", "\t"]);

/** True after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}
