/** The pagination that is suggested really pages, in an SDK that compiles, against a server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "../../../tests/support/limits.js";
import { run } from "../../src/cli/run.js";
import type { Json, JsonObject } from "../../src/document/json.js";
import { emit } from "../../src/emit/index.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { countSuggestions, suggestOverlay } from "../../src/suggest/index.js";
import { ended } from "../support/command.js";
import { documentOf, json } from "./api.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
mkdirSync(join(repository, ".tmp"), { recursive: true });
// Inside the repository, where the tools can be resolved.
const root = mkdtempSync(join(repository, ".tmp/suggest-"));

const integer = { type: "integer" };
const string = { type: ["string", "null"] };
const list = { type: "array", items: integer };
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const ITEMS = [1, 2, 3, 4, 5, 6, 7];

/** A kind of paging: what a document says, and how a server of it responds. */
interface Kind {
  readonly method?: "get" | "post";
  readonly query?: readonly (readonly [string, JsonObject])[];
  readonly body?: JsonObject;
  readonly response: JsonObject;
  readonly serve: (input: Readonly<Record<string, string>>, url: string) => Json;
}

const from = (at: number, size = 2): readonly number[] => ITEMS.slice(at, at + size);
const after = (at: number): string | null => (at + 2 < ITEMS.length ? String(at + 2) : null);

const kinds: Readonly<Record<string, Kind>> = {
  links: {
    response: object({ data: list, links: object({ next: string }) }),
    serve: ({ at = "0" }, url) => ({
      data: from(Number(at)),
      links: { next: after(Number(at)) && `${url}?at=${after(Number(at))}` },
    }),
  },
  relatives: {
    response: object({ results: list, next: { ...string, format: "uri-reference" } }),
    serve: ({ at = "0" }) => ({
      results: from(Number(at)),
      next: after(Number(at)) && `/relatives?at=${after(Number(at))}`,
    }),
  },
  cursors: {
    query: [["cursor", { type: "string" }]],
    response: object({ items: list, next_cursor: string }),
    serve: ({ cursor = "0" }) => ({
      items: from(Number(cursor)),
      next_cursor: after(Number(cursor)),
    }),
  },
  tokens: {
    query: [
      ["pageToken", { type: "string" }],
      ["pageSize", integer],
    ],
    response: object({ tokens: list, nextPageToken: { type: "string" } }),
    serve: ({ pageToken = "0" }) => ({
      tokens: from(Number(pageToken)),
      nextPageToken: after(Number(pageToken)) ?? "",
    }),
  },
  searches: {
    method: "post",
    body: object({ text: { type: "string" }, cursor: { type: "string" } }),
    response: object({ data: list, meta: object({ next_cursor: string }) }),
    serve: ({ cursor = "0" }) => ({
      data: from(Number(cursor)),
      meta: { next_cursor: after(Number(cursor)) },
    }),
  },
  pages: {
    query: [["page", integer]],
    response: object({ data: list, total: integer, total_pages: integer }),
    serve: ({ page = "1" }) => ({ data: from(2 * Number(page) - 2), total: 7, total_pages: 4 }),
  },
  zeros: {
    query: [["page", { ...integer, default: 0 }]],
    response: object({ content: list, totalPages: integer }),
    // Beyond the last page, which is number 3, there is nothing.
    serve: ({ page = "0" }) => ({ content: from(2 * Number(page)) }),
  },
  numbers: {
    query: [
      ["page", integer],
      ["per_page", { ...integer, default: 2 }],
    ],
    response: list,
    serve: ({ page = "1" }) => from(2 * Number(page) - 2),
  },
  nexts: {
    query: [["page", integer]],
    response: object({ data: list, next_page: { type: ["integer", "null"] } }),
    serve: ({ page = "1" }) => ({
      data: from(2 * Number(page) - 2),
      next_page: Number(page) < 4 ? Number(page) + 1 : null,
    }),
  },
  offsets: {
    query: [
      ["offset", integer],
      ["limit", { ...integer, default: 2 }],
    ],
    response: object({ data: list, has_more: { type: "boolean" } }),
    serve: ({ offset = "0" }) => ({ data: from(Number(offset)), has_more: Number(offset) < 6 }),
  },
};

function pathsOf(): JsonObject {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { method = "get", query = [], body, response }]) => {
      const operation = {
        operationId: `${method === "get" ? "get" : "run"}_${name}`,
        tags: [name],
        parameters: query.map(([name, schema]) => ({ name, in: "query", schema })),
        ...(body && { requestBody: { content: { "application/json": { schema: body } } } }),
        responses: json(response),
      };
      return [`/${name}`, { [method]: operation }];
    }),
  );
}

let server: Server | undefined;
let url = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const target = new URL(request.url ?? "", url);
    const kind = kinds[target.pathname.slice(1)];
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      // the server of a test, which its own SDK calls
      const sent = (body === "" ? {} : JSON.parse(body)) as Record<string, string>;
      const input = { ...Object.fromEntries(target.searchParams), ...sent };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(kind?.serve(input, `${url}${target.pathname}`)));
    });
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo; // of a TCP server
  url = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server?.close();
  rmSync(root, { recursive: true, force: true });
});

async function command(line: string): Promise<string> {
  const lines: string[] = [];
  const code = await run(line.split(" "), {
    folder: root,
    stages: {
      build,
      assignNames,
      emit,
      suggestions: { count: countSuggestions, overlay: suggestOverlay },
    },
    print: (text) => void lines.push(text),
    printError: (text) => void lines.push(text),
  });
  expect(code, lines.join("\n")).toBe(0);
  return lines.join("\n");
}

/** What the test uses of the SDK that it generates. */
interface Library {
  readonly Library: new (options: {
    serverURL: string;
  }) => Readonly<
    Record<string, Readonly<Record<string, () => { items: () => AsyncIterable<number> }>>>
  >;
}

test(
  "every kind of paging is found, compiles and gets all items",
  { timeout: limits.processes },
  async () => {
    const names = Object.keys(kinds);
    writeFileSync(join(root, "library.json"), JSON.stringify(documentOf(pathsOf())));
    mkdirSync(join(root, ".speakeasy"));
    writeFileSync(
      join(root, ".speakeasy/workflow.yaml"),
      "sources: { s: { inputs: [{ location: library.json }], overlays: [{ location: .speakeasy/library.suggestions.yaml }] } }\ntargets: { t: { source: s } }\n",
    );
    writeFileSync(join(root, ".speakeasy/gen.yaml"), "generation: { sdkClassName: Library }\n");
    expect(await command("generate --suggest")).toContain(`${names.length} paginations`);
    await command("generate --quiet");

    const compiler = join(repository, "node_modules/typescript7/bin/tsc");
    const compiled = await ended(root, process.execPath, compiler, "--noEmit", "-p", "src");
    expect(compiled.out).toBe("");

    const module: Library = await import(pathToFileURL(join(root, "src/index.ts")).href);
    const sdk = new module.Library({ serverURL: url });
    const found: Record<string, readonly number[]> = {};
    for (const name of names) {
      const call = sdk[name]?.[name === "searches" ? "run" : "list"];
      const items: number[] = [];
      for await (const item of call?.call(sdk[name]).items() ?? []) items.push(item);
      found[name] = items;
    }
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, ITEMS])));
  },
);
