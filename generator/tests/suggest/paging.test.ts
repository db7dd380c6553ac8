import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/document/json.js";
import { documentOf, json, suggestionsFor } from "./api.js";

const integer = { type: "integer" };
const string = { type: "string" };
const link = { type: ["string", "null"], format: "uri" };
const list = { type: "array", items: { type: "object", properties: { id: string } } };
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

function query(...parameters: readonly (readonly [string, JsonObject])[]): readonly Json[] {
  return parameters.map(([name, schema]) => ({ name, in: "query", schema }));
}

/** The pagination that is found for `GET /books`. */
function found(
  response: JsonObject,
  parameters: readonly Json[] = [],
  more: JsonObject = {},
): unknown {
  const operation = {
    operationId: "x",
    tags: ["t"],
    parameters,
    responses: json(response),
    ...more,
  };
  const [suggestion] = suggestionsFor(documentOf({ "/books": { get: operation } }));
  return suggestion?.paging?.pagination;
}

const page = { name: "page", in: "parameters", type: "page" };
const cursor = (name: string): object => ({ name, in: "parameters", type: "cursor" });
const limit = (name: string): object => ({ name, in: "parameters", type: "limit" });

test.each<readonly [string, JsonObject, readonly Json[], unknown]>([
  [
    "links.next",
    object({ data: list, links: object({ next: string }) }),
    query(["page", integer]),
    { type: "url", inputs: [], outputs: { results: "$.data", nextUrl: "$.links.next" } },
  ],
  [
    "_links.next.href",
    object({ books: list, _links: object({ next: object({ href: string }) }) }),
    [],
    { type: "url", inputs: [], outputs: { results: "$.books", nextUrl: "$._links.next.href" } },
  ],
  [
    "a next of the format uri",
    object({ count: integer, next: link, results: list }),
    query(["page", integer]),
    { type: "url", inputs: [], outputs: { results: "$.results", nextUrl: "$.next" } },
  ],
  [
    "a next that is a link by its example",
    object({ next: { ...string, examples: ["https://a.example/books?page=2"] }, results: list }),
    [],
    { type: "url", inputs: [], outputs: { results: "$.results", nextUrl: "$.next" } },
  ],
  [
    "next_cursor",
    object({ items: list, next_cursor: { type: ["string", "null"] } }),
    query(["cursor", string], ["limit", integer]),
    {
      type: "cursor",
      inputs: [cursor("cursor"), limit("limit")],
      outputs: { results: "$.items", nextCursor: "$.next_cursor" },
    },
  ],
  [
    "nextPageToken",
    object({ books: list, nextPageToken: string }),
    query(["pageToken", string], ["pageSize", integer]),
    {
      type: "cursor",
      inputs: [cursor("pageToken"), limit("pageSize")],
      outputs: { results: "$.books", nextCursor: "$.nextPageToken" },
    },
  ],
  [
    "paging.next.after",
    object({ results: list, paging: object({ next: object({ after: string, link: string }) }) }),
    query(["after", string]),
    {
      type: "cursor",
      inputs: [cursor("after")],
      outputs: { results: "$.results", nextCursor: "$.paging.next.after" },
    },
  ],
  [
    "meta.cursors.next",
    object({ data: list, meta: object({ cursors: object({ next: string }) }) }),
    query(["cursor", string]),
    {
      type: "cursor",
      inputs: [cursor("cursor")],
      outputs: { results: "$.data", nextCursor: "$.meta.cursors.next" },
    },
  ],
  [
    "a cursor of the same name",
    object({ cursor: string, books: list, errors: list }),
    query(["cursor", string]),
    {
      type: "cursor",
      inputs: [cursor("cursor")],
      outputs: { results: "$.books", nextCursor: "$.cursor" },
    },
  ],
  [
    "the number of the next page",
    object({ data: list, next_page: { type: ["integer", "null"] } }),
    query(["page", integer]),
    {
      type: "cursor",
      inputs: [cursor("page")],
      outputs: { results: "$.data", nextCursor: "$.next_page" },
    },
  ],
  [
    "page and total",
    object({ data: list, meta: object({ total: integer, total_pages: integer }) }),
    query(["page", { ...integer, default: 1 }], ["per_page", integer]),
    {
      type: "offsetLimit",
      inputs: [page, limit("per_page")],
      outputs: { results: "$.data", numPages: "$.meta.total_pages" },
    },
  ],
  [
    "page, and a list as the response, as with Link headers",
    list,
    query(["page", integer], ["per_page", integer]),
    { type: "offsetLimit", inputs: [page, limit("per_page")], outputs: { results: "$" } },
  ],
  [
    "pages that count from 0 by their default",
    object({ content: list }),
    query(["page", { ...integer, default: 0 }], ["size", integer]),
    { type: "offsetLimit", inputs: [page, limit("size")], outputs: { results: "$.content" } },
  ],
  [
    "has_more and offset",
    object({ data: list, has_more: { type: "boolean" } }),
    query(["offset", integer], ["limit", integer]),
    {
      type: "offsetLimit",
      inputs: [{ name: "offset", in: "parameters", type: "offset" }, limit("limit")],
      outputs: { results: "$.data" },
    },
  ],
  [
    "parameters in brackets",
    object({ data: list }),
    query(["page[number]", integer], ["page[size]", integer]),
    {
      type: "offsetLimit",
      inputs: [{ ...page, name: "page[number]" }, limit("page[size]")],
      outputs: { results: "$.data" },
    },
  ],
])("finds %s", (_, response, parameters, pagination) => {
  expect(found(response, parameters)).toEqual(pagination);
});

test("finds a cursor in the body of a search", () => {
  const body = object({ query: string, cursor: string });
  const search = {
    operationId: "search",
    tags: ["books"],
    requestBody: { content: { "application/json": { schema: body } } },
    responses: json(object({ books: list, next_cursor: string })),
  };
  const [suggestion] = suggestionsFor(documentOf({ "/books/search": { post: search } }));
  expect(suggestion?.paging?.pagination).toEqual({
    type: "cursor",
    inputs: [{ name: "cursor", in: "requestBody", type: "cursor" }],
    outputs: { results: "$.books", nextCursor: "$.next_cursor" },
  });
});

test("follows references", () => {
  const books = { $ref: "#/components/schemas/Books" };
  const responses = json(books);
  const get = { operationId: "x", tags: ["t"], responses };
  const Page = object({ links: object({ next: link }) });
  const Books = { allOf: [{ $ref: "#/components/schemas/Page" }, object({ data: list })] };
  const [suggestion] = suggestionsFor(
    documentOf({ "/books": { get } }, { schemas: { Page, Books } }),
  );
  expect(suggestion?.paging?.pagination.outputs).toEqual({
    results: "$.data",
    nextUrl: "$.links.next",
  });
});

interface Unpaged {
  readonly response: JsonObject;
  readonly parameters?: readonly Json[];
  readonly more?: JsonObject;
}

const data = object({ data: list });

const unpaged: Readonly<Record<string, Unpaged>> = {
  "nothing to page with": { response: data },
  "a list without a page": { response: list, parameters: query(["name", string]) },
  "a page of no list": { response: object({ id: string }), parameters: query(["page", integer]) },
  "two lists": { response: object({ a: list, b: list }), parameters: query(["page", integer]) },
  "a list of tags": {
    response: object({ tags: { type: "array", items: string } }),
    parameters: query(["page", integer]),
  },
  "a cursor that cannot be sent": { response: object({ data: list, next_cursor: string }) },
  "a cursor of another type": {
    response: object({ data: list, next_cursor: string }),
    parameters: query(["cursor", integer]),
  },
  "pages that may count from 0": {
    response: data,
    parameters: query(["page", { ...integer, minimum: 0 }], ["size", integer]),
  },
  "a start that may be a date": { response: data, parameters: query(["start", string]) },
  "an offset without a limit": { response: data, parameters: query(["offset", integer]) },
  "an offset that counts from 1": {
    response: data,
    parameters: query(["start", { ...integer, minimum: 1 }], ["limit", integer]),
  },
  "the next of something else": {
    response: object({ images: list, tracks: object({ next: link }) }),
  },
  "a pagination that is declared": {
    response: object({ data: list, next: link }),
    more: { "x-speakeasy-pagination": { type: "url", outputs: { nextUrl: "$.next" } } },
  },
};

test.each(Object.entries(unpaged))("finds nothing in %s", (_, { response, parameters, more }) => {
  expect(found(response, parameters, more)).toBeUndefined();
});

test("the lists of a single item are not paged with it", () => {
  const get = {
    operationId: "x",
    tags: ["t"],
    parameters: [{ name: "id", in: "path", required: true, schema: string }],
    responses: json(object({ data: object({ tags: list }), links: object({ next: link }) })),
  };
  expect(suggestionsFor(documentOf({ "/books/{id}": { get } }))[0]?.paging).toBeUndefined();
});
