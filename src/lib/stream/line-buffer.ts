/**
 * Text that comes in pieces and is read line by line. The beginning of a line is not looked at
 * until its end has come, so that a line of many pieces takes linear time.
 */
export class LineBuffer {
  readonly #lineEnd: string;
  /** The lines to read. What comes after the last line end is kept by {@link pause}. */
  protected text = "";
  /** Where the next line begins in `text`. */
  protected position = 0;
  /** What came after `text`. */
  protected rest = "";

  /** @param lineEnd - The character that ends a line. */
  constructor(lineEnd: string) {
    this.#lineEnd = lineEnd;
  }

  /** Adds what came. */
  push(piece: string): void {
    if (!piece.includes(this.#lineEnd)) {
      this.rest += piece;
      return;
    }
    this.pause();
    // Joined, because V8 searches a string that `+` has made several times slower.
    this.text = this.rest === "" ? piece : [this.rest, piece].join("");
    this.rest = "";
  }

  /** Keeps what has not been read, until more comes. */
  protected pause(): void {
    if (this.position < this.text.length) this.rest = this.text.slice(this.position) + this.rest;
    this.text = "";
    this.position = 0;
  }

  /** Drops what has not been read. */
  protected clear(): void {
    this.text = this.rest = "";
    this.position = 0;
  }
}
