import { posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as runtime from "../../../../src/lib/spec/defaults.js";
import { createEmitContext } from "../../../src/emit/context.js";
import { emitDocs } from "../../../src/emit/docs/index.js";
import { slug } from "../../../src/emit/docs/page.js";
import { createSite } from "../../../src/emit/docs/site.js";
import { assignNames } from "../../../src/name/assign-names.js";
import { object } from "../support/api.js";
import { api, embedded, field, model, names } from "../support/connections-api.js";

const files = emitDocs(createSite(createEmitContext(api, names, embedded)));
const pages = new Map(files.map(({ path, text }) => [path, text]));
const group = pages.get("docs/ampersand/sdks/connections/README.md") ?? "";

/** The page without its fenced blocks. */
function proseOf(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1\s*$/gm, "");
}

function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...proseOf(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = ""]) => {
      const base = slug(title);
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return count === 0 ? base : `${base}-${count}`;
    }),
  );
}

test("every relative link leads to a page, and every fragment to a heading", () => {
  const broken: string[] = [];
  let checked = 0;
  for (const [path, text] of pages) {
    for (const [, target = ""] of proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      checked++;
      const [file = "", fragment] = target.split("#");
      const to = file === "" ? path : posix.join(posix.dirname(path), decodeURI(file));
      const page = pages.get(to);
      if (page === undefined) broken.push(`${path} -> ${target}`);
      else if (fragment !== undefined && !anchorsOf(page).has(fragment))
        broken.push(`${path} -> ${target}`);
    }
  }
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(40);
});

test("no two paths differ only in case", () => {
  const paths = files.map(({ path }) => path.toLowerCase());
  expect(new Set(paths).size).toBe(paths.length);
});

test("the page of a group starts as its readers expect", () => {
  expect(group).toMatch(
    /^<!-- Written by sdkwright\. Change the document or the generator, not this file\. -->\n\n# Connections\n\n\(\*connections\*\)\n\n## Overview\n/,
  );
  expect(group).toContain("### Available Operations\n\n* [list](#list) - List connections\n");
});

test("an operation that is named like a section of the page is linked to its own heading", () => {
  const anchor = /\* \[parameters\]\(#([^)]+)\)/.exec(group)?.[1];
  expect(anchor).toMatch(/^parameters-\d+$/);
});

test("the snippet of the method is a whole program", () => {
  expect(group).toContain(`import { SDKNodePlatform } from "connections-sdk/ampersand";

const sdkNodePlatform = new SDKNodePlatform({
  apiKeyHeader: process.env["SDKNODEPLATFORM_API_KEY_HEADER"] ?? "",
});

async function run() {
  const result = await sdkNodePlatform.connections.list({
    projectIdOrName: "my-project",
    groupRef: "group-123",
    since: new Date("2024-01-01T00:00:00Z"),
  });

  // Handle the result
  console.log(result);
}

run();
`);
});

test("the snippet of the function imports the core and the function", () => {
  expect(group).toContain(`import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsGenerate } from "connections-sdk/ampersand/funcs/connectionsGenerate.js";

// Use \`SDKNodePlatformCore\` for best tree-shaking performance.
// You can create one instance of it to use across an application.
const sdkNodePlatform = new SDKNodePlatformCore({
  apiKeyHeader: process.env["SDKNODEPLATFORM_API_KEY_HEADER"] ?? "",
});

async function run() {
  const res = await connectionsGenerate(sdkNodePlatform, {
    projectIdOrName: "my-project",
    input: {
      groupRef: "group-123",
      secret: "<value>",
    },
  });

  if (!res.ok) {
    throw res.error;
  }

  const { value: result } = res;
`);
});

test("delete returns void, and the page says so", () => {
  const start = group.indexOf("\n## delete\n");
  const section = group.slice(start, group.indexOf("\n## ", start + 1));
  expect(section).toContain("**Promise\\<void\\>**");
  expect(section).not.toContain("const { value: result }");
});

test("an error table lists the declared errors, then problems, then the rest", () => {
  expect(group).toContain(`| Error Type | Status Code | Content Type |
| --- | --- | --- |
| [errors.ListConnectionsProblem](../../models/errors/listconnectionsproblem.md) | 404 | application/problem+json |
| [errors.APIProblem](../../models/errors/README.md) | 4XX, 5XX | application/problem+json |
| [errors.APIError](../../models/errors/README.md) | 4XX, 5XX | \\*/\\* |`);
});

test("the exhaustive switch is printed once, for the operation that declares the most errors", () => {
  expect(group.split("error satisfies never").length).toBe(2);
  expect(group).toContain(`    case "GenerateConnectionProblem":
    case "GenerateConnectionConnectionsProblem":
`);
});

test("operations without a group are on the page of the client", () => {
  const page = pages.get("docs/ampersand/sdks/sdk/README.md");
  expect(page).toContain("await sdkNodePlatform.ping()");
  expect(page).toContain("new SDKNodePlatform();");
});

test("the page of a model has a table of fields, with examples if there are any", () => {
  const page = pages.get("docs/ampersand/models/components/connection.md") ?? "";
  expect(page).toContain(
    "| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n| `id` | *string* | :heavy_check_mark: | The connection id. |  |",
  );
  expect(page).toContain(
    "| `status` | [components.Status](status.md) | :heavy_check_mark: |  |  |",
  );
  expect(page).toContain(`const value: Connection = {
  id: "<id>",
  createTime: new Date("2024-01-01T00:00:00Z"),
  groupRef: "group-123",
  status: "created",
};`);
});

test("the page of a model that extends another lists all of its members", () => {
  const base = model("Base", object([field("id"), field("flag")]));
  const whole = object([field("id"), field("flag"), field("sails")]);
  const sailing = model("Sailing", { ...whole, base: base.pointer });
  const extended = { ...api, models: [...api.models, base, sailing] };
  const named = assignNames(extended, { sdkClassName: "SDKNodePlatform" });
  const page = emitDocs(createSite(createEmitContext(extended, named, embedded))).find(({ path }) =>
    path.endsWith("/sailing.md"),
  );
  const members = [...(page?.text ?? "").matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(members).toEqual(["id", "flag", "sails"]);
});

test("the page of an enum lists keys and values", () => {
  const page = pages.get("docs/ampersand/models/components/status.md") ?? "";
  expect(page).toContain('| `BadCredentials` | ``"bad \\| `credentials`"`` |  |');
  expect(page).toContain("open enum");
});

test("the request of an operation with only a body has the type of the body", () => {
  const page = pages.get("docs/ampersand/models/operations/createlabelsrequest.md") ?? "";
  expect(page).toContain("## Supported Types\n\n* [components.Labels](../components/labels.md)");
});

test("strings of the document open no HTML, heading, fence or table cell", () => {
  for (const [path, text] of pages) {
    const outside = proseOf(text).replace(/^<!-- Written by[^\n]*/, "");
    expect(outside.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, ""), path).not.toMatch(
      /<!--|<script|\]\(\.\.\/up/,
    );
    expect((text.match(/^ {0,3}```/gm) ?? []).length % 2, path).toBe(0);
    expect(outside, path).not.toMatch(/^# Heading/m);
    for (const row of tablesOf(outside))
      expect(new Set(row.map(cells)).size, `${path}\n${row.join("\n")}`).toBe(1);
  }
});

test("every snippet is valid TypeScript", () => {
  for (const [path, text] of pages) {
    for (const [, program = ""] of text.matchAll(/^```typescript\n([\s\S]*?)^```$/gm)) {
      const { diagnostics } = ts.transpileModule(program, { reportDiagnostics: true });
      expect(
        diagnostics?.map(({ messageText }) => messageText),
        `${path}\n${program}`,
      ).toEqual([]);
    }
  }
});

test("credentials of a client whose security is not flat are members of `security`", () => {
  const page = emitDocs(
    createSite(createEmitContext(api, names, { ...embedded, flattenGlobalSecurity: false })),
  ).find(({ path }) => path.includes("sdks/connections"));
  expect(page?.text).toContain(`new SDKNodePlatform({
  security: {
    apiKeyHeader: process.env["SDKNODEPLATFORM_API_KEY_HEADER"] ?? "",
  },
});`);
});

test("a method with positional arguments is shown with them, and each has its own row", () => {
  const page = emitDocs(
    createSite(createEmitContext(api, names, { ...embedded, maxMethodParams: 4 })),
  ).find(({ path }) => path.includes("sdks/connections"));
  expect(page?.text).toContain(
    'await sdkNodePlatform.connections.list("my-project", new Date("2024-01-01T00:00:00Z"), "group-123");',
  );
  expect(page?.text).toContain("await connectionsList(sdkNodePlatform, {");
  expect(page?.text).toContain("| `connectionId` | *string* | :heavy_check_mark: |  |");
});

test("the snippet of a paginated operation iterates over the pages", () => {
  const operations = api.operations.map((each) =>
    each.id === "listConnections"
      ? { ...each, pagination: { type: "cursor", inputs: [], outputs: {} } as const }
      : each,
  );
  const paged = { ...api, operations };
  const named = assignNames(paged, { sdkClassName: "SDKNodePlatform" });
  const page = emitDocs(createSite(createEmitContext(paged, named, embedded))).find(({ path }) =>
    path.includes("sdks/connections"),
  );
  expect(page?.text).toContain("  for await (const page of sdkNodePlatform.connections.list({");
  expect(page?.text).toContain("  for await (const res of connectionsList(sdkNodePlatform, {");
});

function tablesOf(text: string): string[][] {
  return [...text.matchAll(/(?:^\|.*\n)+/gm)].map(([rows]) => rows.trim().split("\n"));
}

/** Cells as GitHub counts them: escaped pipes do not separate cells. */
function cells(row: string): number {
  return row.replace(/\\[\\|]/g, "").split("|").length;
}

test("the page of the client's options starts with the credentials and lists every other option", () => {
  const page = pages.get("docs/ampersand/lib/utils/sdkoptions.md") ?? "";
  const fields = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(fields.join(" ")).toBe(
    "apiKeyHeader serverIdx serverURL allowHTTP timeoutMs retryConfig maxResponseBytes responseValidation onResponseIssues httpClient callMiddleware middleware debugLogger userAgent",
  );
});

test.each<[page: string, option: string, value: number]>([
  ["sdkoptions", "timeoutMs", runtime.DEFAULT_TIMEOUT_MS],
  ["sdkoptions", "maxResponseBytes", runtime.DEFAULT_MAX_RESPONSE_BYTES],
  ["requestoptions", "timeoutMs", runtime.DEFAULT_TIMEOUT_MS],
  ["retryconfig", "backoff.initialInterval", runtime.DEFAULT_INITIAL_INTERVAL_MS],
  ["retryconfig", "backoff.maxInterval", runtime.DEFAULT_MAX_INTERVAL_MS],
  ["retryconfig", "backoff.exponent", runtime.DEFAULT_EXPONENT],
  ["retryconfig", "backoff.maxElapsedTime", runtime.DEFAULT_MAX_ELAPSED_TIME_MS],
  ["retryconfig", "maxAttempts", runtime.DEFAULT_MAX_ATTEMPTS],
])("the page %s states the default of %s", (page, option, value) => {
  const text = pages.get(`docs/ampersand/lib/utils/${page}.md`) ?? "";
  const row = text.split("\n").find((line) => line.startsWith(`| \`${option}\` |`));
  expect(row).toContain(`Default: ${value.toLocaleString("en-US")}.`);
});

test("the pages state the default status codes and show the default retries", () => {
  const options = pages.get("docs/ampersand/lib/utils/requestoptions.md") ?? "";
  const [, stated = ""] = /instead of ([\d, and]+)\./.exec(options) ?? [];
  expect(stated.match(/\d+/g)).toEqual([...runtime.DEFAULT_RETRY_CODES]);
  expect(pages.get("docs/ampersand/lib/utils/retryconfig.md")).toContain(
    "backoff: { initialInterval: 500, maxInterval: 8_000, exponent: 2, maxElapsedTime: 60_000 }",
  );
});

test("the list of operations marks deprecated ones", () => {
  const deprecated = api.operations.filter(({ docs }) => docs.deprecated !== undefined);
  const marked = [...group.matchAll(/^\* \[\w+\]\(.*\*\*\(deprecated\)\*\*$/gm)];
  expect(deprecated.length).toBeGreaterThan(0);
  expect(marked).toHaveLength(deprecated.length);
});
