/** Every option is on the pages that list them, and no document's parameter can take its name. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { optionMembers } from "../../generator/src/name/reserved.js";

const sources = readdirSync("src/lib", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(`src/lib/${path}`, "utf8"))
  .join("\n");
const ofClient = membersOf("ClientOptions");
const ofCall = membersOf("RequestOptions");

/** The names of the members of an interface of the runtime, read from its source. */
function membersOf(name: string): readonly string[] {
  const [, body = ""] = sources.split(`export interface ${name} {\n`);
  const [members = ""] = body.split("\n}\n");
  return [...members.matchAll(/^ {2}(\w+)\?: /gm)].map(([, member]) => member!);
}

/** What is named in the first column of the tables of a section, or of the whole page. */
function namedIn(path: string, section = ""): ReadonlySet<string> {
  const page = readFileSync(path, "utf8");
  const [, text = page] = page.split(`\n## ${section}\n`);
  const rows = text.split("\n## ", 1)[0]!.matchAll(/^\| ([^|]+) \|/gm);
  return new Set([...rows].flatMap(([, cell]) => cell!.match(/\w+(?=`)/g) ?? []));
}

test("the options of clients and calls are found", () => {
  expect(ofClient).toContain("timeoutMs");
  expect(ofCall).toContain("idempotencyKey");
});

test.for([
  ["docs/options.md", "Client options", ofClient],
  ["docs/options.md", "Call options", ofCall],
  ["docs/nango/lib/utils/sdkoptions.md", "Fields", ofClient],
  ["docs/nango/lib/utils/requestoptions.md", "Fields", ofCall],
] as const)("%s lists every option %s", ([path, section, options]) => {
  const named = namedIn(path, section);
  expect(options.filter((option) => !named.has(option))).toEqual([]);
});

test("no parameter of a document takes the name of a client option", () => {
  expect(ofClient.filter((option) => !optionMembers.has(option))).toEqual([]);
});
