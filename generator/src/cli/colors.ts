import util from "node:util";

/** A color or weight of a part of the report. */
export type Style = "red" | "yellow" | "green" | "blue" | "bold" | "dim";

/** Adds a style to a string, or returns it as it is. */
export type Paint = (style: Style, text: string) => string;

/** For output that nobody looks at on a terminal. */
export const plain: Paint = (_, text) => text;

/** For terminals. Node before 20.12 has no styles, so there it is plain. */
export const colored: Paint = (style, text) => {
  // The types are those of a newer Node.
  const styleText = util.styleText as typeof util.styleText | undefined;
  // Newer versions would look at stdout to find out whether there are colors.
  return styleText?.(style, text, { validateStream: false }) ?? text;
};

/**
 * Whether to use colors: as FORCE_COLOR and NO_COLOR say, in this order as in Node, or else only on
 * a terminal.
 *
 * @see https://no-color.org
 */
export function wantsColors(
  { isTTY }: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no = "", TERM: terminal } = environment;
  if (force !== undefined) return force !== "0" && force !== "false";
  return no === "" && isTTY === true && terminal !== "dumb";
}
