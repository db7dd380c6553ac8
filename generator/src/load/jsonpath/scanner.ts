/** A syntax error in a JSONPath. */
export class PathError extends Error {
  override readonly name = "PathError";
  /** Counted from 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A cursor over a JSONPath. */
export interface Scanner {
  /** Skips blanks. */
  readonly blanks: () => void;
  /** Skips the string and returns true, if it comes next. */
  readonly take: (text: string) => boolean;
  /** Skips the string, or throws if it does not come next. */
  readonly expect: (text: string) => void;
  /** Skips and returns what the sticky expression matches here. */
  readonly match: (expression: RegExp) => string | undefined;
  readonly atEnd: () => boolean;
  /** An error at the current offset. */
  readonly fail: (message: string) => PathError;
}

/** A scanner at the start of a string. */
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
