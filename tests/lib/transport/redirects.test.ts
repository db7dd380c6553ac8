import { expect, test } from "vitest";
import {
  HTTPClient,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "../../../src/lib/index.js";
import {
  coreOf,
  errorOf,
  thingsCreate,
  thingsGet,
  thingsReplace,
  valueOf,
} from "../../support/sdk.js";
import { inTurn, respondWith, serve, silence, unusedURL } from "../../support/server.js";
import { manualDeadline } from "../../support/deadline.js";

const one = respondWith(200, { id: "t" });
const request = { thingId: "t", thing: { id: "t" } };
const to = (location: string, status = 302) => respondWith(status, "", { location });

test.for([301, 302, 303, 307, 308])(
  "a GET follows a %d within its origin, with the credentials",
  async (status) => {
    const server = await serve(inTurn(to("/moved?x=1", status), to("../again", status), one));
    valueOf(await thingsGet(coreOf(server.url, { apiKeyHeader: "k" }), request));
    expect(
      server.seen.map(({ method, url, headers }) => [method, url, headers["x-api-key"]]),
    ).toEqual([
      ["GET", "/things/t", "k"],
      ["GET", "/moved?x=1", "k"],
      ["GET", "/again", "k"],
    ]);
  },
);

test("a redirect to another origin is followed only without a body, with Accept and User-Agent as the only headers", async () => {
  const other = await serve(one);
  const server = await serve(to(`${other.url}/there?x=1`, 307));
  const schemes = [
    apiKeyHeader("a", "X-Me"),
    apiKeyCookie("b", "sid"),
    bearer("c"),
    apiKeyQuery("d", "d"),
  ];
  const core = coreOf(
    server.url,
    { a: "canary-a", b: "canary-b", c: "canary-c", d: "canary-d" },
    { security: [schemes] },
  );
  const headers = { "x-copy": "see canary-a", "x-tag": "1" };
  valueOf(await thingsGet(core, request, { headers }));
  const seen = other.last();
  expect(seen).toMatchObject({ method: "GET", url: "/there?x=1", body: "" });
  expect(seen.headers).toHaveProperty("accept");
  expect(seen.headers).not.toHaveProperty("x-tag");
  expect(JSON.stringify(seen)).not.toContain("canary");
});

test("credentials in the caller's headers are not sent to another origin", async () => {
  const other = await serve(one);
  const server = await serve(to(other.url));
  const own = { "X-Api-Key": "canary", Authorization: "Bearer canary", Cookie: "sid=canary" };
  valueOf(
    await thingsGet(coreOf(server.url, { apiKeyHeader: undefined }), request, { headers: own }),
  );
  expect(JSON.stringify(server.last())).toContain("canary");
  expect(JSON.stringify(other.last())).not.toContain("canary");
});

test("a basic pair without a password is not sent to another port", async () => {
  const other = await serve(one);
  const server = await serve(to(other.url));
  const login = { username: "canary", password: "" };
  valueOf(
    await thingsGet(coreOf(server.url, { login }, { security: [[basic("login")]] }), request),
  );
  expect(other.last().headers).not.toHaveProperty("authorization");
  expect(other.last().headers).toHaveProperty("user-agent", "test-sdk/1.0");
});

test.for([
  [301, "POST", "GET"],
  [302, "POST", "GET"],
  [303, "POST", "GET"],
  [307, "POST", "POST"],
  [308, "POST", "POST"],
  [301, "PUT", "PUT"],
  [303, "PUT", "GET"],
] as const)("a %d makes of a %s a %s", async ([status, method, becomes]) => {
  const server = await serve(
    inTurn(to("/there", status), respondWith(method === "POST" ? 201 : 200, { id: "t" })),
  );
  const core = coreOf(server.url);
  valueOf(
    method === "POST"
      ? await thingsCreate(core, request.thing)
      : await thingsReplace(core, request),
  );
  const { headers, ...seen } = server.last();
  expect(seen).toEqual({
    method: becomes,
    url: "/there",
    body: becomes === "GET" ? "" : '{"id":"t"}',
  });
  expect(headers["content-type"]).toBe(becomes === "GET" ? undefined : "application/json");
});

test("fetchOptions.redirect can be manual or error", async () => {
  const server = await serve(to("/there"));
  const manual = await thingsGet(coreOf(server.url), request, {
    fetchOptions: { redirect: "manual" },
  });
  expect(errorOf(manual)).toMatchObject({ name: "APIError", statusCode: 302 });
  const forbidden = await thingsGet(coreOf(server.url), request, {
    fetchOptions: { redirect: "error" },
  });
  expect(errorOf(forbidden)).toMatchObject({
    name: "ConnectionError",
    message: expect.stringContaining("Redirect not followed: "),
  });
  expect(server.seen).toHaveLength(2);
});

test("a redirect from https to http is not followed", async () => {
  const urls: string[] = [];
  const httpClient = new HTTPClient({
    fetcher: async ({ url }) => {
      urls.push(url);
      return new Response(null, { status: 302, headers: { location: "http://api.example.com/" } });
    },
  });
  const core = coreOf("https://api.example.com", { httpClient });
  expect(errorOf(await thingsGet(core, request))).toMatchObject({
    name: "APIError",
    statusCode: 302,
  });
  expect(urls).toEqual(["https://api.example.com/things/t"]);
});

const BUSY = respondWith(429, "", { "retry-after": "0" });

test.for([
  ["303, then 429", [303], BUSY],
  ["302, then 429", [302], BUSY],
  ["301, then 503 with Retry-After", [301], respondWith(503, "", { "retry-after": "0" })],
  ["307, then 503 with Retry-After", [307], respondWith(503, "", { "retry-after": "0" })],
  ["308, then 307, then 429", [308, 307], BUSY],
  ["303, then silence", [303], silence],
] as const)("a POST that is answered by %s is not begun again", async ([, codes, last]) => {
  const hops = codes.map((code) => respondWith(code, "", { location: "/elsewhere" }));
  const { timeoutMs, after } = manualDeadline();
  const server = await serve(inTurn(...hops, last === silence ? after(silence) : last));
  const error = errorOf(await thingsCreate(coreOf(server.url, { timeoutMs }), { id: "t" }));
  expect(server.seen).toHaveLength(codes.length + 1);
  expect(server.seen.filter(({ url }) => url === "/things")).toHaveLength(1);
  expect(error.retryable).toBe(false);
});

test("a POST whose redirect leads to a port that refuses connections is not begun again", async () => {
  const location = `${await unusedURL()}/elsewhere`;
  const server = await serve(respondWith(303, "", { location }));
  const error = errorOf(await thingsCreate(coreOf(server.url), { id: "t" }));
  expect(error).toMatchObject({ name: "ConnectionError", retryable: false });
  expect(server.seen).toHaveLength(1);
});

test("a GET is begun again after trouble at the location of a redirect", async () => {
  const elsewhere = respondWith(302, "", { location: "/elsewhere" });
  const server = await serve(inTurn(elsewhere, BUSY, elsewhere, respondWith(200, { id: "t" })));
  expect((await thingsGet(coreOf(server.url), request)).ok).toBe(true);
  expect(server.seen.map(({ url }) => url)).toEqual([
    "/things/t",
    "/elsewhere",
    "/things/t",
    "/elsewhere",
  ]);
});
