import { type Platform, type PlatformTypes, ampersand } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";

/** The pages that hold the table. */
export const pages = ["docs/sdks/connections/README.md"] as const;

type Verb = keyof Platform["verbs"];

/** Whether a verb is in the table, so that the compiler asks for one that was forgotten. In the order of the table. */
const verbs: Readonly<Record<Verb, true>> = {
  list: true,
  generate: true,
  get: true,
  update: true,
  updateAuthorization: true,
  delete: true,
  unlink: true,
  "metadata.set": true,
  "metadata.update": true,
};

const platforms: Readonly<Record<string, Platform<PlatformTypes>>> = {
  Ampersand: ampersand(),
  Nango: nango(),
  Codat: codat(),
  Mammoth: mammoth(),
};

/** Which verb each platform has, as Markdown: read from the platforms themselves. */
export function table(): string {
  const names = Object.keys(platforms);
  const rows = (Object.keys(verbs) as Verb[]).map((verb) => {
    const has = names.map((name) => (platforms[name]?.verbs[verb] === undefined ? "-" : "yes"));
    return row([`\`${verb}\``, `\`${functionOf(verb)}\``, ...has]);
  });
  const head = ["verb", "function", ...names];
  return [row(head), row(head.map(() => "---")), ...rows].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A page with the table of today between its markers. */
export function withTable(page: string): string {
  const marked = /(?<=<!-- verbs -->\n)[^]*?(?=<!-- \/verbs -->)/;
  if (!marked.test(page)) throw new Error("no <!-- verbs --> and <!-- /verbs --> to write between");
  return page.replace(marked, () => `${table()}\n`);
}

function functionOf(verb: Verb): string {
  const words = verb.split(".").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `connections${words.join("")}`;
}
