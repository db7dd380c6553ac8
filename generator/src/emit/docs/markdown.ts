/**
 * Markdown from words that the document's authors wrote. They may use Markdown; they may not break a table, open
 * HTML, add headings (which would shift the anchors of a page), or link to places that are not there.
 */

/** A paragraph or several, for the body of a page. */
export function prose(text: string): string {
  const lines: string[] = [];
  let fence = "";
  for (const line of text.replaceAll("\r\n", "\n").trim().split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence === "" && mark === "") lines.push(flatten(outsideCode(line, neutral)));
    else lines.push(line);
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence) && /^ {0,3}[`~]+\s*$/.test(line)) fence = "";
  }
  return [...lines, ...(fence === "" ? [] : [fence])].join("\n");
}

/** One line, for a list item or a heading's neighbour. */
export function oneLine(text: string): string {
  return outsideCode(text.replace(/\s+/g, " ").trim(), neutral);
}

/** A cell of a table: line breaks become `<br/>`, pipes are escaped. */
export function cell(text: string): string {
  if (text === "") return "";
  const lines = text
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\s*[\n\r\u2028\u2029]\s*/);
  return escapePipes(lines.map((line) => outsideCode(line, neutral)).join("<br/>"));
}

/** A value as inline code, safe in a table: delimited by more backticks than it holds. */
export function code(value: string): string {
  if (/^[\w.$-]+$/.test(value)) return `\`${value}\``;
  const text = value.replace(/\s+/g, " ");
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") || text.trim() === "" ? " " : "";
  return escapePipes(`${fence}${pad}${text}${pad}${fence}`);
}

/** Plain words that must be taken literally: the title of a page, a value. */
export function literally(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&");
}

/** A table without padding: a changed word changes one line. The cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** A fenced block of TypeScript. */
export function typescript(text: string): string {
  return `\`\`\`typescript\n${text.trimEnd()}\n\`\`\``;
}

/** Markdown that does not end a cell of a table. */
export function escapePipes(text: string): string {
  if (!text.includes("|")) return text;
  return text.replace(/\\*\|/g, (run) => (run.length % 2 === 0 ? run : `${run.slice(0, -1)}\\|`));
}

/** Applies a change to everything but code spans. */
function outsideCode(line: string, change: (text: string) => string): string {
  if (!line.includes("`")) return change(line);
  let out = "";
  let rest = line;
  for (let open = /`+/.exec(rest); open; open = /`+/.exec(rest)) {
    const after = rest.slice(open.index + open[0].length);
    const close = new RegExp(`(?<!\`)${open[0]}(?!\`)`).exec(after);
    if (!close) return out + change(rest.replaceAll("`", "\\`"));
    const end = open.index + open[0].length + close.index + open[0].length;
    out += change(rest.slice(0, open.index)) + rest.slice(open.index, end);
    rest = rest.slice(end);
  }
  return out + change(rest);
}

function neutral(text: string): string {
  if (!/[<[]/.test(text)) return text;
  return text
    .replace(/<(?!https?:\/\/[^\s<>]+>)/g, "&lt;")
    .replace(/!?\[([^\]]*)\]\(\s*([^)\s]*)[^)]*\)/g, (whole, label: string, target: string) =>
      /^(https?:\/\/|mailto:)/i.test(target) ? whole : label,
    )
    .replace(/^( {0,3})\[([^\]]*)\]:/, "$1\\[$2]:");
}

/** Headings become bold lines, underlines of headings become text. */
function flatten(line: string): string {
  const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
  if (heading !== undefined) return heading === "" ? "" : `**${heading}**`;
  return /^ {0,3}(=+|-+)\s*$/.test(line) ? line.replace(/[=-]/, "\\$&") : line;
}
