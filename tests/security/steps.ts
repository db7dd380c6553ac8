/** A backtracking matcher that counts its steps: measures the cost of a pattern without a clock. */

/** Matches at a position and continues with the rest. Returns whether the rest matches too. */
type Matcher = (at: number, next: (at: number) => boolean) => boolean;

/**
 * Counts the steps of a search in a string, from every position and with all backtracking, as
 * engines do.
 */
export function stepsOf({ source, flags }: RegExp, text: string): number {
  let steps = 0;
  const ignoreCase = flags.includes("i");
  const character = (test: RegExp): Matcher => {
    return (at, next) => {
      steps++;
      return at < text.length && test.test(text[at] as string) && next(at + 1);
    };
  };
  let read = 0;
  const peek = (): string => source[read] ?? "";
  const takes = (token: string): boolean => {
    if (!source.startsWith(token, read)) return false;
    read += token.length;
    return true;
  };

  const either = (): Matcher => {
    const alternatives = [sequence()];
    while (takes("|")) alternatives.push(sequence());
    return (at, next) => alternatives.some((alternative) => alternative(at, next));
  };
  const sequence = (): Matcher => {
    const parts: Matcher[] = [];
    while (peek() !== "" && peek() !== "|" && peek() !== ")") parts.push(repeated(atom()));
    return parts.reduceRight<Matcher>(
      (rest, part) => (at, next) => part(at, (then) => rest(then, next)),
      (at, next) => next(at),
    );
  };
  const repeated = (one: Matcher): Matcher => {
    const [quantifier = "", least, comma, most] =
      /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(read)) ?? [];
    if (quantifier === "") return one;
    read += quantifier.length;
    if (takes("?")) throw new Error(`not known here: lazy quantifiers, in ${source}`);
    const from = quantifier === "+" ? 1 : Number(least ?? 0);
    const to = quantifier === "?" ? 1 : least && !comma ? from : Number(most || Infinity);
    const again =
      (count: number): Matcher =>
      (at, next) =>
        (count < to && one(at, (then) => then > at && again(count + 1)(then, next))) ||
        (count >= from && next(at));
    return again(0);
  };
  const atom = (): Matcher => {
    if (takes("^")) return (at, next) => ++steps > 0 && at === 0 && next(at);
    if (takes("$")) return (at, next) => ++steps > 0 && at === text.length && next(at);
    if (takes("(?!")) return looking(false);
    if (takes("(?=")) return looking(true);
    if (takes("(?<!")) return before(false);
    if (takes("(?<=")) return before(true);
    if (takes("(")) {
      read += /^(?:\?:|\?<\w+>)/.exec(source.slice(read))?.[0].length ?? 0;
      return closed(either());
    }
    // The engine matches single characters; we only backtrack.
    const [one] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{\w+\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|.)/is.exec(
        source.slice(read),
      ) ?? [""];
    read += one.length;
    if (one === "") throw new Error(`cannot be read: ${source}`);
    const unicode = /^\\[pP]/.test(one) ? "u" : "";
    return character(new RegExp(`^(?:${one})$`, `s${unicode}${ignoreCase ? "i" : ""}`));
  };
  const closed = (inner: Matcher): Matcher => {
    if (!takes(")")) throw new Error(`cannot be read: ${source}`);
    return inner;
  };
  const looking = (wanted: boolean): Matcher => {
    const inner = closed(either());
    return (at, next) => inner(at, () => true) === wanted && next(at);
  };
  const before = (wanted: boolean): Matcher => {
    const inner = closed(either());
    const behind = (at: number): boolean =>
      // None of our patterns looks behind for more than a word.
      Array.from({ length: Math.min(at, 20) + 1 }, (_, back) => at - back).some((start) =>
        inner(start, (end) => end === at),
      );
    return (at, next) => behind(at) === wanted && next(at);
  };

  const pattern = either();
  if (read < source.length) throw new Error(`cannot be read: ${source}`);
  for (let start = 0; start <= text.length; start++) if (pattern(start, () => true)) break;
  return steps;
}
