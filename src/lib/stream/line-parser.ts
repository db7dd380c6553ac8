import { LineBuffer } from "./line-buffer.js";

/**
 * Splits text into values, one on each line: JSON Lines and NDJSON. Piece by piece and in linear
 * time. Empty lines are none.
 *
 * @see https://jsonlines.org
 */
export class LineParser extends LineBuffer {
  readonly #maxLength: number;
  readonly #separator: string;

  /**
   * @param separator - What is between two values: a line feed, or the record separator of JSON
   *   text sequences (RFC 7464).
   * @param maxLength - The longest value, in characters.
   */
  constructor(separator: string = "\n", maxLength: number = Infinity) {
    super(separator);
    this.#separator = separator;
    this.#maxLength = maxLength;
  }

  /**
   * Returns the next whole value; `undefined` if more has to come.
   *
   * @throws RangeError if it is too long.
   */
  next(): string | undefined {
    const { text } = this;
    for (let end; (end = text.indexOf(this.#separator, this.position)) >= 0;) {
      const line = text.slice(this.position, end);
      this.position = end + 1;
      this.#check(line);
      if (line.trim() !== "") return line;
    }
    this.pause();
    this.#check(this.rest);
    return undefined;
  }

  /** Ends the last value, which needs no separator after it. */
  end(): void {
    this.push(this.#separator);
  }

  #check({ length }: string): void {
    if (length > this.#maxLength)
      throw new RangeError(`expected values of at most ${this.#maxLength} characters`);
  }
}
