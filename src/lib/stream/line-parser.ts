/**
 * Splits text into values, one on each line: JSON Lines and NDJSON. Piece by piece and in linear
 * time. Empty lines are none.
 *
 * @see https://jsonlines.org
 */
export class LineParser {
  readonly #maxLength: number;
  readonly #separator: string;
  #rest = "";

  /**
   * @param separator - What is between two values: a line feed, or the record separator of JSON
   *   text sequences (RFC 7464).
   * @param maxLength - The longest value, in characters.
   */
  constructor(separator: string = "\n", maxLength: number = Infinity) {
    this.#separator = separator;
    this.#maxLength = maxLength;
  }

  /** Returns the values that a piece completes. */
  push(piece: string): string[] {
    const lines = piece.split(this.#separator);
    lines[0] = this.#rest + (lines[0] ?? "");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > this.#maxLength)
      throw new RangeError(`expected values of at most ${this.#maxLength} characters`);
    return lines.filter(isValue);
  }

  /** Returns the value that the stream ends in, which needs no separator after it. */
  end(): string[] {
    return [this.#rest].filter(isValue);
  }
}

function isValue(line: string): boolean {
  return line.trim() !== "";
}
