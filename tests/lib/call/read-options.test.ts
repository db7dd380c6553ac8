/** What the caller passes is read once, at the call. */
import { expect, test } from "vitest";
import { readOptions } from "../../../src/lib/call/read-options.js";
import {
  type ContentTypeOptions,
  type PagedOperation,
  type RequestOptions,
  byPage,
  byUrl,
  form,
  json,
  pagedOperation,
  query,
} from "../../../src/lib/typed.js";
import { type Schema, integer, object, optional, unknown } from "../../../src/lib/typed.js";
import { coreOf, thingsGet, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";

interface ListRequest {
  filter?: { customer: string } | undefined;
  page?: number | undefined;
}
interface Page {
  data: string[];
}
const spec = {
  id: "list",
  method: "GET",
  path: "/list",
  request: object<ListRequest>(() => ({
    filter: optional(unknown as never),
    page: optional(integer),
  })),
  parameters: [query("filter", "filter", form), query("page")],
  responses: [json(200, unknown as Schema<Page>)],
} as const;
type List = PagedOperation<ListRequest, Page, string>;
const numbered: List = pagedOperation(() => ({
  ...spec,
  responses: [...spec.responses],
  pages: byPage({ page: "page", results: "data" }),
}));
const linked: List = pagedOperation(() => ({
  ...spec,
  responses: [...spec.responses],
  pages: byUrl({ next: "next", results: "data" }),
}));

const pages = [{ data: ["a"], next: "/list?page=2" }, { data: ["b"] }, { data: [] }].map((body) =>
  respondWith(200, body),
);
const customer = "A";

const ways: readonly [what: string, headers: () => RequestOptions["headers"]][] = [
  ["an iterator", () => new Map([["x-api-key", "tenant"]]).entries()],
  [
    "a generator",
    function* () {
      yield ["x-api-key", "tenant"] as const;
    },
  ],
  ["a Map", () => new Map([["x-api-key", "tenant"]])],
  ["a Headers object", () => new Headers({ "x-api-key": "tenant" })],
  ["an object", () => ({ "x-api-key": "tenant" })],
];

test.for(ways)(
  "every page of a list is sent with headers that were given as %s",
  async ([, headers]) => {
    for (const list of [numbered, linked]) {
      const server = await serve(inTurn(...pages));
      const core = coreOf(server.url, { apiKeyHeader: "own" });
      for await (const page of list(core, {}, { headers: headers() })) valueOf(page);
      expect(server.seen.length).toBeGreaterThan(1);
      expect(new Set(server.seen.map((seen) => seen.headers["x-api-key"]))).toEqual(
        new Set(["tenant"]),
      );
    }
  },
);

test("a request that the caller changes between pages is the one of the call", async () => {
  const server = await serve(inTurn(...pages));
  const request = { filter: { customer } };
  for await (const page of numbered(coreOf(server.url), request)) {
    valueOf(page);
    request.filter.customer = "B";
    Object.assign(request, { page: 7 });
  }
  expect(server.seen.map(({ url }) => new URL(url, "http://h").search)).toEqual([
    "?customer=A",
    "?customer=A&page=2",
    "?customer=A&page=3",
  ]);
});

test("options that the caller changes between pages are those of the call", async () => {
  const server = await serve(inTurn(...pages));
  const options = { headers: new Headers({ "x-tenant": "a" }), retryCodes: [] as string[] };
  for await (const page of numbered(coreOf(server.url), {}, options)) {
    valueOf(page);
    options.headers.set("x-tenant", "b");
    Object.assign(options, { serverURL: "http://127.0.0.1:1" });
  }
  expect(server.seen.map(({ headers }) => headers["x-tenant"])).toEqual(["a", "a", "a"]);
});

test("options that the caller changes between attempts are those of the call", async () => {
  const options: RequestOptions = {
    headers: { "x-tenant": "a", "x-api-key": null },
    retries: { strategy: "backoff", maxAttempts: 2, backoff: { initialInterval: 1 } },
  };
  const busy = respondWith(503);
  const server = await serve((request, response, count) => {
    Object.assign(options, { headers: { "x-tenant": "b" }, retries: { strategy: "none" } });
    return (count > 1 ? respondWith(200, { id: "t" }) : busy)(request, response, count);
  });
  const core = coreOf(server.url, { apiKeyHeader: "k" });
  await thingsGet(core, { thingId: "t" }, options);
  expect(server.seen).toHaveLength(2);
  expect(server.seen.map(({ headers }) => headers["x-tenant"])).toEqual(["a", "a"]);
});

test("what cannot be read is an error of the first page, and nothing is thrown", async () => {
  const hostile = {
    get headers(): never {
      throw new Error("no");
    },
  };
  const list = numbered(coreOf("https://h.invalid"), {}, hostile);
  expect((await list).ok).toBe(false);
  for await (const page of list) expect(page.ok).toBe(false);
});

test("every option is read", () => {
  const options: Record<keyof (RequestOptions & ContentTypeOptions), unknown> = {
    timeoutMs: 1,
    maxResponseBytes: 2,
    responseValidation: "strict",
    onResponseIssues: () => undefined,
    retries: { strategy: "none" },
    retryCodes: ["5XX"],
    serverURL: "https://h.invalid",
    fetchOptions: { cache: "no-store" },
    headers: [["a", "b"]],
    signal: new AbortController().signal,
    idempotencyKey: "key",
    reconnect: true,
    onProgress: () => undefined,
    accept: "text/csv",
    contentType: "application/json",
  };
  expect(readOptions(options as RequestOptions)).toEqual(options);
});
