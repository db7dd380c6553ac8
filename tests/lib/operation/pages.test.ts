import { expect, test } from "vitest";
import {
  type PagedOperation,
  type Pager,
  type RequestOptions,
  apiKeyQuery,
  byCursor,
  byOffset,
  byPage,
  byUrl,
  json,
  pagedOperation,
  query,
  unwrapPages,
} from "../../../src/lib/typed.js";
import { type Schema, integer, object, optional, string, unknown } from "../../../src/lib/typed.js";
import { coreOf } from "../../support/sdk.js";
import {
  type Responder,
  type TestServer,
  inTurn,
  respondWith,
  serve,
  silence,
} from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

expectNothingUnhandled();

interface Page {
  data: string[];
}
interface ListRequest {
  page?: number | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
  filter?: string | undefined;
}
const ListRequest: Schema<ListRequest> = object(() => ({
  page: optional(integer),
  offset: optional(integer),
  limit: optional(integer),
  cursor: optional(string),
  filter: optional(string),
}));

function lister(pages: Pager): PagedOperation<ListRequest | void, Page, string> {
  return pagedOperation(() => ({
    id: "list",
    method: "GET",
    path: "/list",
    request: ListRequest,
    parameters: ["page", "offset", "limit", "cursor", "filter"].map((name) => query(name)),
    responses: [json(200, unknown as Schema<Page>)],
    pages,
  }));
}

const numbered = lister(
  byPage({ page: "page", limit: "limit", results: "data", numPages: "pages" }),
);
const offsets = lister(byOffset({ offset: "offset", limit: "limit", results: "data" }));
const cursors = lister(byCursor({ cursor: "cursor", next: "meta.next", results: "data" }));
const links = lister(byUrl({ next: "next", results: "data" }));

const pages = (...bodies: unknown[]): Promise<TestServer> =>
  serve(inTurn(...bodies.map((b) => respondWith(200, b))));

/** All items, and the URLs that were requested. */
async function all(
  list: PagedOperation<ListRequest | void, Page, string>,
  server: TestServer,
  request: ListRequest | void,
  options?: RequestOptions,
) {
  const items: unknown[] = [];
  for await (const item of list(coreOf(server.url), request, options).items())
    items.push(item.ok ? item.value : item.error.name);
  return { items, urls: server.seen.map(({ url }) => url) };
}

test("numbered pages continue from the requested page to the last one", async () => {
  const server = await pages(
    { data: ["a"], pages: 3 },
    { data: ["b"], pages: 3 },
    { data: ["c"], pages: 3 },
  );
  expect(await all(numbered, server, undefined)).toEqual({
    items: ["a", "b", "c"],
    urls: ["/list", "/list?page=2", "/list?page=3"],
  });
  const later = await pages({ data: ["b"], pages: 3 }, { data: ["c"], pages: 3 });
  expect((await all(numbered, later, { page: 2, filter: "x" })).urls).toEqual([
    "/list?page=2&filter=x",
    "/list?page=3&filter=x",
  ]);
});

test("numbered pages and offsets end with a page that is not full, or an empty one", async () => {
  for (const list of [numbered, offsets]) {
    const full = { data: ["a", "b"] };
    const cut = await pages(full, { data: ["c"] });
    expect((await all(list, cut, { limit: 2 })).items).toEqual(["a", "b", "c"]);
    const even = await pages(full, full, { data: [] });
    expect((await all(list, even, { limit: 2 })).items).toEqual(["a", "b", "a", "b"]);
    expect(even.seen).toHaveLength(3);
  }
});

test("a page that is smaller than the default page size is the last one", async () => {
  const counted = [
    lister(byPage({ page: "page", limit: "limit", size: 2, results: "data", first: 0 })),
    lister(byOffset({ offset: "offset", limit: "limit", size: 2, results: "data" })),
  ];
  for (const list of counted) {
    const server = await pages({ data: ["a", "b"] }, { data: ["c"] });
    expect((await all(list, server, undefined)).items).toEqual(["a", "b", "c"]);
    expect(server.seen).toHaveLength(2);
    const limited = await pages({ data: ["a"] }, { data: [] });
    expect((await all(list, limited, { limit: 1 })).items).toEqual(["a"]);
    expect(limited.seen).toHaveLength(2);
  }
});

test("offsets grow by the number of items in each page", async () => {
  const server = await pages({ data: ["a", "b"] }, { data: ["c"] }, { data: [] });
  expect((await all(offsets, server, { offset: 5 })).urls).toEqual([
    "/list?offset=5",
    "/list?offset=7",
    "/list?offset=8",
  ]);
});

test.for([null, "", undefined, "c1"])("cursors end with %j", async (end) => {
  const server = await pages(
    { data: ["a"], meta: { next: "c1" } },
    { data: ["b"], meta: { next: end } },
  );
  expect(await all(cursors, server, { filter: "x" })).toEqual({
    items: ["a", "b"],
    urls: ["/list?filter=x", "/list?cursor=c1&filter=x"],
  });
});

test.for([
  ["cursors", cursors, ["b", "c", "b", "c"], ["/list", "/list?cursor=b", "/list?cursor=c"]],
  ["links", links, ["/list?a", "/list?b", "/list?a", "/list?b"], ["/list", "/list?a", "/list?b"]],
  ["a link to itself", links, ["/list", "/list"], ["/list"]],
] as const)("pages that form a cycle are returned once: %s", async ([, list, next, urls]) => {
  const server = await pages(
    ...next.map((to, i) => ({ data: [`${i}`], next: to, meta: { next: to } })),
  );
  const items = urls.map((_, i) => String(i));
  expect(await all(list, server, undefined)).toEqual({ items, urls });
});

test("absolute and relative links are followed with the credentials", async () => {
  const server = await serve((seen, response, count) => {
    const next = ["/list?after=1", `http://${seen.headers.host}/list?after=2`, null][count - 1];
    respondWith(200, { data: [String(count)], next })(seen, response, count);
  });
  expect(await all(links, server, { filter: "x" })).toEqual({
    items: ["1", "2", "3"],
    urls: ["/list?filter=x", "/list?after=1", "/list?after=2"],
  });
  expect(new Set(server.seen.map(({ headers }) => headers["x-api-key"])).size).toBe(1);
});

test("a key in the query is added to a link with a fragment", async () => {
  const server = await pages({ data: ["a"], next: "/list?after=1#top?" }, { data: ["b"] });
  const security = [[apiKeyQuery("apiKeyHeader", "key")]];
  const core = coreOf(server.url, { apiKeyHeader: "k" }, { security });
  for await (const page of links(core)) expect(page.ok).toBe(true);
  expect(server.seen.map(({ url }) => url)).toEqual(["/list?key=k", "/list?after=1&key=k"]);
});

test("a link without the path prefix of the server is followed with it", async () => {
  const server = await pages({ data: ["a"], next: "/list?after=1" }, { data: ["b"] });
  const items: unknown[] = [];
  for await (const item of links(coreOf(`${server.url}/proxy`)).items())
    items.push(item.ok && item.value);
  expect(items).toEqual(["a", "b"]);
  expect(server.seen.map(({ url }) => url)).toEqual(["/proxy/list", "/proxy/list?after=1"]);
});

test.for([
  "https://example.com/list",
  "//example.com/list",
  "http://[",
  "http://127.0.0.1:1/list",
  "javascript:1",
])("a link to %s is not followed, and nothing is sent there", async (next) => {
  const server = await pages({ data: ["a"], next });
  expect(await all(links, server, undefined)).toEqual({
    items: ["a", "InvalidRequestError"],
    urls: ["/list"],
  });
});

test("an error is the last result, after the pages before it", async () => {
  const server = await serve(
    inTurn(respondWith(200, { data: ["a"], meta: { next: "c" } }), respondWith(500)),
  );
  expect((await all(cursors, server, undefined)).items).toEqual(["a", "APIError"]);
  const results: unknown[] = [];
  const again = await serve(
    inTurn(respondWith(200, { data: ["a"], meta: { next: "c" } }), respondWith(500)),
  );
  for await (const page of cursors(coreOf(again.url))) results.push(page.ok || page.error.name);
  expect(results).toEqual([true, "APIError"]);
});

test.for<[what: string, body: unknown, items: unknown[]]>([
  ["a page without entries", {}, []],
  ["entries that are no list", { data: "abc" }, []],
  ["null", null, []],
  ["a list", ["a"], []],
])("%s has no items and is the last page", async ([, body, items]) => {
  for (const list of [numbered, offsets, cursors, links])
    expect((await all(list, await pages(body), undefined)).items).toEqual(items);
});

test("await returns the first page, and iterating afterwards does not request it again", async () => {
  const server = await pages({ data: ["a"], meta: { next: "c" } }, { data: ["b"] });
  const paged = cursors(coreOf(server.url));
  expect(await paged).toEqual({ ok: true, value: { data: ["a"], meta: { next: "c" } } });
  expect(server.seen).toHaveLength(1);
  const data: unknown[] = [];
  for await (const page of paged) data.push(page.ok && page.value.data);
  expect(data).toEqual([["a"], ["b"]]);
  expect(server.seen).toHaveLength(2);
});

test("pages that are not read are not requested", async () => {
  const server = await pages({ data: ["a", "b"], meta: { next: "c" } });
  for await (const item of cursors(coreOf(server.url)).items()) {
    expect(item).toEqual({ ok: true, value: "a" });
    break;
  }
  expect(server.seen).toHaveLength(1);
});

test("options apply to every page, and the signal ends them all", async () => {
  const controller = new AbortController();
  const responder: Responder = (...args) => {
    if (args[2] === 1) return respondWith(200, { data: ["a"], meta: { next: "c" } })(...args);
    controller.abort();
    return silence(...args);
  };
  const server = await serve(responder);
  const options = { headers: { "x-tag": "1" }, signal: controller.signal };
  expect((await all(cursors, server, undefined, options)).items).toEqual([
    "a",
    "RequestAbortedError",
  ]);
  expect(server.seen.map(({ headers }) => headers["x-tag"])).toEqual(["1", "1"]);
});

test("a method returns pages as values and throws errors", async () => {
  const server = await serve(
    inTurn(respondWith(200, { data: ["a"], meta: { next: "c" } }), respondWith(500)),
  );
  const paged = unwrapPages(cursors(coreOf(server.url)));
  expect((await paged).data).toEqual(["a"]);
  const items: string[] = [];
  const reading = (async () => {
    for await (const item of paged.items()) items.push(item);
  })();
  await expect(reading).rejects.toMatchObject({ name: "APIError" });
  expect(items).toEqual(["a"]);
  const failing = unwrapPages(cursors(coreOf("http://127.0.0.1:1023")));
  await expect(failing).rejects.toMatchObject({ name: "ConnectionError" });
  expect(await failing.catch((error: unknown) => (error as Error).name)).toBe("ConnectionError");
});

test("a method with pages that is not awaited causes no unhandled rejection", async () => {
  void unwrapPages(cursors(coreOf("http://127.0.0.1:1023")));
  void cursors(null as never);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
