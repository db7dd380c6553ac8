/** A page with the current table between its markers, `<!-- name -->` and `<!-- /name -->`. */
export function withMarked(page: string, name: string, table: string): string {
  const start = `<!-- ${name} -->\n`;
  const end = `<!-- /${name} -->`;
  const [before, rest, ...more] = page.split(start);
  const at = rest?.indexOf(end) ?? -1;
  if (before === undefined || rest === undefined || at < 0 || more.length > 0)
    throw new Error(`no <!-- ${name} --> and ${end} to write between`);
  return `${before}${start}${table}\n${rest.slice(at)}`;
}

/** A row of a Markdown table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A Markdown table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
