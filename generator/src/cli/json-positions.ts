/** Where a value of a JSON text begins, or the key that it stands under, and the same of what is inside. */
export interface Spot {
  readonly offset: number;
  /** By key or index. Of keys that are there twice the first one counts, as it does for whoever reads from the top. */
  readonly inner: ReadonlyMap<string, Spot>;
}

/** The places in a text that `JSON.parse` takes. Written for that alone, a hundred times as fast as a parser of YAML. */
export function jsonSpots(text: string): Spot {
  return new Scanner(text).value();
}

const NOTHING: Spot["inner"] = new Map();

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next value, which stands under a key that begins at the offset, or under none. */
  value(offset: number = this.#next()): Spot {
    this.#next();
    const open = this.#text[this.#at];
    if (open === "{" || open === "[") return { offset, inner: this.#inner(open === "{") };
    this.#scalar();
    return { offset, inner: NOTHING };
  }

  #inner(isObject: boolean): Spot["inner"] {
    const inner = new Map<string, Spot>();
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

  /** Passes over white space. */
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
