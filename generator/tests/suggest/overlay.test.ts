import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runs } from "../../../tests/support/runs.js";
import { check } from "../../src/document/check.js";
import type { Json, JsonObject } from "../../src/document/json.js";
import { andThen, hasErrors } from "../../src/diagnostics/stage-result.js";
import { applyOverlay } from "../../src/load/overlay.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { countSuggestions, suggest, suggestOverlay } from "../../src/suggest/index.js";
import { isUnedited } from "../../src/suggest/overlay.js";
import { apiOf, documentOf, json, suggestionsFor } from "./api.js";

const list = { type: "array", items: { type: "object" } };
const links = { type: "object", properties: { next: { type: "string" } } };
const page = { type: "object", properties: { data: list, links } };

const library = documentOf({
  "/books": { get: { operationId: "getBooks", tags: ["books"], responses: json(page) } },
  "/books/{id}": {
    delete: {
      operationId: "deleteBook",
      tags: ["books"],
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      responses: { "204": { description: "Done" } },
    },
  },
});

function overlayFor(document: Json): string {
  const api = apiOf(document);
  return suggestOverlay(api, assignNames(api, { sdkClassName: "Library" })).text;
}

test("an overlay says what each action is for", () => {
  const [comments, digest, ...lines] = overlayFor(library).split(/^(# sha256: .*)\n/m);
  expect(comments).toMatch(/^(?:# .*\n)+$/);
  expect(digest).toMatch(/^# sha256: [\da-f]{64}$/);
  expect(lines.join("")).toBe(`overlay: 1.0.0
info:
  title: Suggestions for Library
  version: 1.0.0
actions:
  # GET /books
  # Names: \`sdk.books.list()\` instead of \`sdk.books.getBooks()\`.
  # Pages: The response links to the next page in \`$.links.next\`.
  - target: $.paths["/books"].get
    update:
      x-speakeasy-name-override: list
      x-speakeasy-pagination:
        type: url
        outputs:
          results: $.data
          nextUrl: $.links.next
  # DELETE /books/{id}
  # Names: \`sdk.books.delete()\` instead of \`sdk.books.deleteBook()\`.
  - target: '$.paths["/books/{id}"].delete'
    update:
      x-speakeasy-name-override: delete
`);
});

test("the same document gives the same bytes", () => {
  expect(overlayFor(library)).toBe(overlayFor(structuredClone(library)));
});

test("an edited file is told from one that is not", () => {
  const text = overlayFor(library);
  expect(isUnedited(text)).toBe(true);
  expect(isUnedited(text.replaceAll("\n", "\r\n"))).toBe(true);
  for (const edited of [
    `${text}# mine\n`,
    text.replace("override: list", "override: all"),
    text.replace("# Suggestions", "# My suggestions"),
    text.replace(/sha256: ./, "sha256: g"),
    "overlay: 1.0.0\n",
    "",
  ])
    expect(isUnedited(edited), edited).toBe(false);
});

test("what was applied is not suggested again", () => {
  const { value, diagnostics } = applyOverlay(library, overlayOf(library), "o.yaml");
  expect(diagnostics).toEqual([]);
  expect(suggestionsFor(value ?? null)).toEqual([]);
});

function overlayOf(document: Json): Json {
  return parse(overlayFor(document)) as Json; // YAML without tags is JSON
}

test.each([
  '/it\'s "quoted"',
  "/a: b # c",
  "/ünï/💥",
  "/tab\tand\nline",
  "/back\\slash",
  "/a~b//c",
  "/__proto__",
  "/*",
  "/{",
])("the target of an operation at %j is found", (path) => {
  const get = { operationId: "getBooks", tags: ["books"], responses: json(page) };
  const document = documentOf({ [path]: { get } });
  const { value, diagnostics } = applyOverlay(document, overlayOf(document), "o.yaml");
  expect(diagnostics).toEqual([]);
  expect((value as { paths: JsonObject }).paths[path]).toMatchObject({
    get: { "x-speakeasy-pagination": { type: "url" } },
  });
});

const nouns = fc.constantFrom("book", "books", "Book", "page", "core", "then", "list", "2d");
const verbs = fc.constantFrom(
  "get",
  "list",
  "create",
  "add",
  "delete",
  "search",
  "constructor",
  "",
);
const ids = fc
  .tuple(verbs, fc.array(nouns, { maxLength: 2 }), fc.constantFrom("", "ById", "_get", "ForBook"))
  .map(([verb, words, end]) => [verb, ...words].join("-") + end);

const operations = fc.record(
  { operationId: ids, tags: fc.array(nouns, { maxLength: 1 }) },
  { requiredKeys: [] },
);

const documents = fc
  .array(
    fc.record({
      path: fc.array(fc.oneof(nouns, fc.constantFrom("{id}", "v1")), { maxLength: 3 }),
      method: fc.constantFrom("get", "put", "post", "delete", "patch"),
      operation: operations,
      schema: fc.constantFrom(page, list),
    }),
    { maxLength: 8 },
  )
  .map((all) => {
    const paths: Record<string, Record<string, Json>> = {};
    for (const { path, method, operation, schema } of all) {
      const item = (paths[`/${path.join("/")}`] ??= {});
      // fast-check's type for the same values
      item[method] = { ...(operation as JsonObject), responses: json(schema) };
    }
    return documentOf(paths);
  });

function model(value: Json): ReturnType<typeof build> {
  return andThen(andThen(upgrade(value), check), build);
}

test("the suggestions for any document apply, and give the names that they promise", () => {
  let applied = 0;
  fc.assert(
    fc.property(documents, (document) => {
      const before = model(document);
      if (!before.value || hasErrors(before.diagnostics)) return;
      const names = assignNames(before.value, { sdkClassName: "Library" });
      const suggestions = suggest(before.value, names);
      const { text, counts } = suggestOverlay(before.value, names);
      const most = countSuggestions(before.value);
      expect(counts.paging).toBe(most.paging);
      expect(counts.names).toBeLessThanOrEqual(most.names);
      if (suggestions.length === 0) return;
      const overlay = applyOverlay(document, parse(text) as Json, "o.yaml");
      expect(overlay.diagnostics).toEqual([]);
      const after = model(overlay.value ?? null).value;
      if (!after) throw new Error("the document has errors with the overlay");
      const changed = assignNames(after, { sdkClassName: "Library" });
      for (const operation of after.operations) {
        const suggestion = suggestions.find((one) => one.operation.pointer === operation.pointer);
        const old = before.value.operations.find(({ pointer }) => pointer === operation.pointer);
        const method = suggestion?.name?.method ?? (old && names.operation(old).method);
        expect(changed.operation(operation).method).toBe(method);
        if (suggestion?.paging) expect(operation.pagination).toEqual(suggestion.paging.pagination);
        applied++;
      }
    }),
    runs(300),
  );
  expect(applied).toBeGreaterThan(0);
});
