/**
 * Makes Markdown of the document safe. Authors may use Markdown, but must not break a table, open
 * HTML, add headings (which would change the anchors of a page), or link to pages that do not
 * exist.
 */

/**
 * The start of a fenced block. No backtick may follow a fence of backticks (CommonMark 0.31,
 * section 4.5).
 */
const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;

/** Paragraphs for the body of a page. */
export function prose(text: string): string {
  const lines: string[] = [];
  let fence = "";
  for (const line of text.replaceAll("\r\n", "\n").trim().split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence === "" && mark === "") lines.push(flatten(outsideCode(line, neutral)));
    else lines.push(line);
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence) && /^ {0,3}[`~]+\s*$/.test(line)) fence = "";
  }
  return [...lines, ...(fence === "" ? [] : [fence])].join("\n");
}

/** A single line, for a list item or next to a heading. */
export function oneLine(text: string): string {
  return outsideCode(text.replace(/\s+/g, " ").trim(), neutral);
}

/** A cell of a table: line breaks become `<br/>`, pipes are escaped. */
export function cell(text: string): string {
  if (text === "") return "";
  const lines = text
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return escapePipes(lines.map((line) => outsideCode(line, neutral)).join("<br/>"));
}

/** A value as inline code that is safe in a table, delimited by more backticks than it contains. */
export function code(value: string): string {
  if (/^[\w.$-]+$/.test(value)) return `\`${value}\``;
  const text = value.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") || text.trim() === "" ? " " : "";
  return escapePipes(`${fence}${pad}${text}${pad}${fence}`);
}

/** Plain text that must be taken literally, such as a title or a value. */
export function literally(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&");
}

/**
 * A table without padding, so that changing a word changes one line. The cells must be Markdown.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** A fenced block of TypeScript. */
export function typescript(text: string): string {
  return `\`\`\`typescript\n${text.trimEnd()}\n\`\`\``;
}

/** Escapes pipes, which would end a cell of a table. */
export function escapePipes(text: string): string {
  if (!text.includes("|")) return text;
  return text.replace(/\|/g, (pipe, at: number) => (isEscaped(text, at) ? pipe : "\\|"));
}

/** Applies a change to everything but code spans. */
function outsideCode(line: string, change: (text: string) => string): string {
  // An escaped backtick opens no code span. If there is one, the whole line counts as text.
  if (!line.includes("`") || line.includes("\\`")) return change(line);
  const runs = [...line.matchAll(/`+/g)];
  let out = "";
  let done = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    let close = index + 1;
    while (close < runs.length && runs[close]?.[0].length !== open?.[0].length) close++;
    if (!open || close === runs.length)
      return out + change(line.slice(done).replaceAll("`", "\\`"));
    const end = (runs[close]?.index ?? 0) + open[0].length;
    out += change(line.slice(done, open.index)) + line.slice(open.index, end);
    done = end;
    index = close;
  }
  return out + change(line.slice(done));
}

function neutral(text: string): string {
  if (!/[<[\]]/.test(text)) return text;
  return text
    .replace(/<(?!https?:\/\/[^\s<>]+>)/g, "&lt;")
    .replace(/!?\[([^[\]]*)\]\(\s*([^()\s]*)[^()]*\)/g, (whole, label: string, target: string) =>
      /^(https?:\/\/|mailto:)/i.test(target) ? whole : label,
    )
    .replace(/^( {0,3})\[([^\]]*)\]:/, "$1\\[$2]:")
    .replace(/\](?=\(|:)/g, harmlessEnd);
}

/**
 * Escapes the end of a label that would otherwise be a link, except for links to the web: brackets,
 * line breaks or a quotation may have hidden it from the rules above.
 */
function harmlessEnd(end: string, at: number, text: string): string {
  const isKept = isEscaped(text, at) || ON_THE_WEB.test(text.slice(at + 1, at + 16));
  return isKept ? end : "\\]";
}

const ON_THE_WEB = /^\((?:https?:\/\/|mailto:)/i;

/** True for a character after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}

/** Turns headings into bold lines, and their underlines into text. */
function flatten(line: string): string {
  const mark = /^ {0,3}#{1,6}(?=\s)/.exec(line)?.[0];
  const heading = mark === undefined ? undefined : withoutHashes(line.slice(mark.length).trim());
  if (heading !== undefined) return heading === "" ? "" : `**${heading}**`;
  return /^ {0,3}(=+|-+)\s*$/.test(line) ? line.replace(/[=-]/, "\\$&") : line;
}

/** A heading may be closed with hashes. */
function withoutHashes(heading: string): string {
  let end = heading.length;
  while (heading[end - 1] === "#") end--;
  return heading.slice(0, end).trim();
}
