import { type Layout, comment } from "./layout.js";

/** The content of a doc comment. Strings may come from a document, and are made harmless here. */
export interface Comment {
  /** Markdown paragraphs. Undefined and empty ones are omitted. */
  readonly text?: readonly (string | undefined)[];
  /**
   * Tags after the paragraphs, in order: `["see", "GET /connections"]` is `@see GET /connections`.
   */
  readonly tags?: readonly (readonly [tag: string, text: string])[];
}

/**
 * A doc comment, wrapped to the line width at its indentation, or `undefined` if it would be empty.
 * Keeps the lines of code fences, tables, headings and indented code.
 */
export function docComment(content: Comment): Layout | undefined {
  const blocks = commentBlocks(content);
  if (blocks.length === 0) return undefined;
  return comment((width) => framed(blocks, width));
}

interface Block {
  readonly text: string;
  /** True for the block of our tags, the only one in which a line may start with `@`. */
  readonly tags: boolean;
}

function commentBlocks(content: Comment): readonly Block[] {
  const paragraphs = (content.text ?? [])
    .map((text) => harmless(text ?? ""))
    .filter((text) => text !== "");
  const blocks = paragraphs.map((text) => ({ text, tags: false }));
  const tags = (content.tags ?? []).map(([tag, text]) => `@${tag} ${tagText(text)}`.trimEnd());
  return tags.length === 0 ? blocks : [...blocks, { text: tags.join("\n"), tags: true }];
}

function framed(blocks: readonly Block[], width: number): readonly string[] {
  const [only] = blocks;
  if (blocks.length === 1 && only && !only.text.includes("\n") && only.text.length <= width - 7) {
    return [`/** ${only.tags ? only.text : guardTag(only.text.trim())} */`];
  }
  const body = blocks.flatMap((block, index) => [
    ...(index > 0 ? [""] : []),
    ...wrap(block, width - 3),
  ]);
  return ["/**", ...body.map((text) => ` * ${text}`.trimEnd()), " */"];
}

/** Matches most strings: words on one line. */
const HARMLESS = /^[!-~]+(?: [!-~]+)*$/;

/** Removes what ends a comment, hides text or breaks a line in another way than `\n`. */
function harmless(text: string): string {
  if (HARMLESS.test(text) && !text.includes("*/")) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, "  ")
    .replace(/(?![\n\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replaceAll("*/", "*\\/")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** The text of a tag. An example keeps its lines, anything else becomes one line. */
function tagText(text: string): string {
  const tidied = harmless(text);
  return tidied.startsWith("```") ? `\n${tidied}` : oneLine(tidied);
}

function oneLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** Escapes a line that starts with `@`, which would be read as a tag. */
function guardTag(text: string): string {
  if (!text.includes("@")) return text;
  return text.replace(/^(\s*)@/, "$1\\@");
}

const VERBATIM = /^(?: {4}|\||#{1,6} |```|~~~|<|\s*$)/;
const ITEM = /^(\s*)(?:[-*+]|\d+[.)]) +/;

function wrap(block: Block, width: number): readonly string[] {
  const out: string[] = [];
  let paragraph = "";
  let fenced = false;
  const flush = (): void => {
    if (paragraph !== "") out.push(...fill(paragraph, width));
    paragraph = "";
  };
  for (const text of block.text.split("\n")) {
    const fence = /^\s*(?:```|~~~)/.test(text);
    const verbatim = fence || fenced || VERBATIM.test(text);
    if (fence) fenced = !fenced;
    if (verbatim || ITEM.test(text) || (block.tags && text.startsWith("@"))) flush();
    if (verbatim) out.push(guardTag(text));
    else if (block.tags && text.startsWith("@")) out.push(...fill(text, width, true));
    else paragraph = paragraph === "" ? text : `${paragraph} ${text.trim()}`;
  }
  flush();
  return out;
}

/** Fills lines with words up to the width. List items have a hanging indent. */
function fill(text: string, width: number, tag = false): readonly string[] {
  const hang = " ".repeat(ITEM.exec(text)?.[0].length ?? (tag ? 2 : 0));
  const start = /^\s*/.exec(text)?.[0] ?? "";
  const out: string[] = [];
  let current = start;
  for (const word of words(text)) {
    const blank = current.trim() === "";
    if (!blank && current.length + 1 + word.length > width) {
      out.push(current);
      current = hang + word;
    } else current = blank ? current + word : `${current} ${word}`;
  }
  out.push(current);
  return out.map((text, index) => (tag && index === 0 ? text : guardTag(text)));
}

/** The words of a text. A link is one word, because a line break would end it. */
function words(text: string): readonly string[] {
  return text.match(/\{@link [^{}]*\}\S*|\S+/g) ?? [];
}
