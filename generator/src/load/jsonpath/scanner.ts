/** Where and why a JSONPath could not be read. */
export class PathError extends Error {
  override readonly name = "PathError";
  /** From 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A cursor over the text of a JSONPath. */
export interface Scanner {
  /** Moves past blanks. */
  readonly blanks: () => void;
  /** Moves past the text and answers true, if it comes next. */
  readonly take: (text: string) => boolean;
  /** As `take`, but a failure when it does not come next. */
  readonly expect: (text: string) => void;
  /** Moves past what the sticky expression matches here, and answers it. */
  readonly match: (expression: RegExp) => string | undefined;
  readonly atEnd: () => boolean;
  /** A failure at this place. */
  readonly fail: (message: string) => PathError;
}

/** Starts at the beginning of a text. */
export function scan(text: string): Scanner {
  let offset = 0;
  const fail = (message: string): PathError => new PathError(message, offset);
  const match = (expression: RegExp): string | undefined => {
    expression.lastIndex = offset;
    const found = expression.exec(text)?.[0];
    offset += found?.length ?? 0;
    return found;
  };
  const take = (part: string): boolean => {
    if (!text.startsWith(part, offset)) return false;
    offset += part.length;
    return true;
  };
  return {
    match,
    take,
    fail,
    blanks: () => void match(/\s*/y),
    atEnd: () => offset >= text.length,
    expect: (part) => {
      if (!take(part)) throw fail(`"${part}" expected`);
    },
  };
}
