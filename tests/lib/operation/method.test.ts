import { expect, test } from "vitest";
import {
  type CallMiddleware,
  type Client,
  type MethodPromise,
  type PagedOperation,
  type PagedMethodPromise,
  byCursor,
  err,
  InvalidRequestError,
  json,
  method,
  ok,
  pagedMethod,
  pagedOperation,
  query,
  unwrap,
} from "../../../src/lib/typed.js";
import { type Schema, array, object, optional, string } from "../../../src/lib/typed.js";
import { type Thing, coreOf, thingsCreate, thingsGet } from "../../support/sdk.js";
import { inTurn, respondWith, serve, unusedURL } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

expectNothingUnhandled();

const request = { thingId: "t" };
const one = respondWith(200, { id: "t" }, { "x-request-id": "r-1" });
const get = (client: Client, options = {}): MethodPromise<Thing> =>
  method(thingsGet, client, request, options);

test("a method returns a promise of its value, which is a Promise of the platform", async () => {
  const server = await serve(one);
  const promise = get(coreOf(server.url));
  expect(promise).toBeInstanceOf(Promise);
  expect(await promise).toEqual({ id: "t" });
  expect(server.seen).toHaveLength(1);
});

test("withResponse returns the data, the response, the attempts and the time", async () => {
  const server = await serve(inTurn(respondWith(503), one));
  const told = await get(coreOf(server.url)).withResponse();
  expect(told.data).toEqual({ id: "t" });
  expect(told.response?.status).toBe(200);
  expect(told.response?.headers.get("x-request-id")).toBe("r-1");
  expect(told.request?.url).toBe(`${server.url}/things/t`);
  expect(told.issues).toEqual([]);
  expect(told.attempts).toBe(2);
  expect(told.durationMs).toBeGreaterThanOrEqual(0);
  expect(Object.keys(told)).toEqual(["request", "data"]);
});

test("withResponse rejects as the method does, and nothing is left unhandled", async () => {
  const server = await serve(respondWith(404, { title: "gone" }));
  await expect(get(coreOf(server.url)).withResponse()).rejects.toMatchObject({ statusCode: 404 });
  await expect(get(coreOf(server.url)).asResponse()).rejects.toMatchObject({ statusCode: 404 });
});

const cached: CallMiddleware = () => async () => ok({ id: "cached" });

test("a result that call middleware made has no response", async () => {
  const client = coreOf(await unusedURL(), { callMiddleware: [cached] });
  const { data, response, attempts } = await get(client).withResponse();
  expect(data).toEqual({ id: "cached" });
  expect([response, attempts]).toEqual([undefined, 0]);
  await expect(get(client).asResponse()).rejects.toThrow(InvalidRequestError);
});

test("asResponse returns the response with its body unread, whatever its body is", async () => {
  const server = await serve(respondWith(200, "no JSON at all", { "x-request-id": "r-1" }));
  const response = await get(coreOf(server.url, { maxResponseBytes: 1 })).asResponse();
  expect(response).toBeInstanceOf(Response);
  expect(response.bodyUsed).toBe(false);
  expect(response.headers.get("x-request-id")).toBe("r-1");
  expect(await response.text()).toBe("no JSON at all");
});

test("asResponse retries failed statuses, and rejects with the error of the last one", async () => {
  const server = await serve(inTurn(respondWith(503), respondWith(429), one));
  const response = await get(coreOf(server.url)).asResponse();
  expect(await response.json()).toEqual({ id: "t" });
  expect(server.seen).toHaveLength(3);
  const failing = await serve(
    respondWith(404, { title: "gone" }, { "content-type": "application/problem+json" }),
  );
  await expect(get(coreOf(failing.url)).asResponse()).rejects.toMatchObject({
    name: "GetThingProblem",
    title: "gone",
  });
});

test("asResponse resolves when the headers arrive, and the timeout ends with them", async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":');
    setTimeout(() => response.end('"t"}'), 300);
  });
  const response = await get(coreOf(server.url), { timeoutMs: 100 }).asResponse();
  expect(await response.json()).toEqual({ id: "t" });
});

test("the caller's signal aborts a body that asResponse left unread", async () => {
  let isClosed = false;
  const server = await serve((_, response) => {
    response.on("close", () => (isClosed = true));
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":');
  });
  const controller = new AbortController();
  const response = await get(coreOf(server.url), { signal: controller.signal }).asResponse();
  const reading = response.text();
  reading.catch(() => {});
  controller.abort();
  await expect(reading).rejects.toThrow();
  await expect.poll(() => isClosed).toBe(true);
});

test("a body that asResponse left unread can be cancelled, which closes the connection", async () => {
  let isClosed = false;
  const server = await serve((_, response) => {
    response.on("close", () => (isClosed = true));
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"id":');
  });
  const response = await get(coreOf(server.url)).asResponse();
  await response.body?.cancel();
  await expect.poll(() => isClosed).toBe(true);
});

test("after asResponse the method itself rejects, as nobody has read the body", async () => {
  const server = await serve(one);
  const promise = get(coreOf(server.url));
  const response = await promise.asResponse();
  await expect(promise).rejects.toThrow("taken by asResponse()");
  expect(await response.json()).toEqual({ id: "t" });
});

test("call middleware sees a success with the response that asResponse takes", async () => {
  const server = await serve(one);
  const results: unknown[] = [];
  const noting: CallMiddleware = (next) => async (call) => {
    const result = await next(call);
    results.push(result);
    return result;
  };
  const response = await get(coreOf(server.url, { callMiddleware: [noting] })).asResponse();
  expect(results).toEqual([{ ok: true, value: response }]);
  expect(await response.json()).toEqual({ id: "t" });
});

test("asResponse after the body has been read rejects and says what to do", async () => {
  const server = await serve(one);
  const promise = get(coreOf(server.url));
  await promise;
  await expect(promise.asResponse()).rejects.toThrow("call asResponse() before you await");
});

test("asResponse sends the body of a POST once", async () => {
  const server = await serve(respondWith(201, { id: "t" }));
  const response = await method(
    thingsCreate,
    coreOf(server.url),
    { id: "t" },
    undefined,
  ).asResponse();
  expect(response.status).toBe(201);
  expect(server.seen.map(({ body }) => body)).toEqual(['{"id":"t"}']);
});

test("call middleware keeps its state over methods and functions", async () => {
  const server = await serve(one);
  let made = 0;
  const counting: CallMiddleware = (next) => {
    made++;
    return next;
  };
  const client = coreOf(server.url, { callMiddleware: [counting] });
  await get(client);
  await thingsGet(client, request);
  await get(client);
  expect(made).toBe(1);
});

test("unwrap turns any promise of a result into one of its value", async () => {
  expect(await unwrap(Promise.resolve(ok(5)))).toBe(5);
  await expect(unwrap(Promise.resolve(err(new Error("no"))))).rejects.toThrow("no");
  const server = await serve(one);
  const promise = unwrap(thingsGet(coreOf(server.url), request));
  expect((await promise.withResponse()).response?.status).toBe(200);
  expect(await promise).toEqual({ id: "t" });
});

interface Page {
  items: string[];
  next?: string | undefined;
}
const Page: Schema<Page> = object(() => ({ items: array(string), next: optional(string) }));
interface ListRequest {
  cursor?: string | undefined;
}
const ListRequest: Schema<ListRequest> = object(() => ({ cursor: optional(string) }));
const list: PagedOperation<ListRequest, Page, string> = pagedOperation(() => ({
  id: "list",
  method: "GET",
  path: "/items",
  request: ListRequest,
  parameters: [query("cursor")],
  responses: [json(200, Page)],
  pages: byCursor({ cursor: "cursor", next: "next", results: "items" }),
}));
const listAll = (client: Client): PagedMethodPromise<Page, string> =>
  pagedMethod(list, client, {}, undefined);
const pages = inTurn(
  respondWith(200, { items: ["a"], next: "2" }, { "x-page": "1" }),
  respondWith(200, { items: ["b"] }, { "x-page": "2" }),
);

test("withResponse of a list returns the first page, and the list can still be iterated", async () => {
  const server = await serve(pages);
  const listing = listAll(coreOf(server.url));
  const { data, response } = await listing.withResponse();
  expect(data.items).toEqual(["a"]);
  expect(response?.headers.get("x-page")).toBe("1");
  const items: string[] = [];
  for await (const item of listing.items()) items.push(item);
  expect(items).toEqual(["a", "b"]);
});

test("asResponse of a list returns the response of the first page", async () => {
  const server = await serve(pages);
  const response = await listAll(coreOf(server.url)).asResponse();
  expect(await response.json()).toEqual({ items: ["a"], next: "2" });
  const taken = listAll(coreOf(server.url));
  await (await taken.asResponse()).body?.cancel();
  await expect(taken).rejects.toThrow("taken by asResponse()");
});

test("asResponse while a list is iterated takes none of its pages", async () => {
  const server = await serve(pages);
  const listing = listAll(coreOf(server.url));
  const items: string[] = [];
  for await (const item of listing.items()) {
    items.push(item);
    await listing.asResponse().catch(() => {});
  }
  expect(items).toEqual(["a", "b"]);
});
