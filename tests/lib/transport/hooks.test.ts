import { expect, test } from "vitest";
import {
  type FetcherInit,
  type Call,
  HTTPClient,
  type Operation,
  type Transport,
  bytesBody,
  empty,
  multipartBody,
  operation,
} from "../../../src/lib/typed.js";
import { type Binary, binary, object, string } from "../../../src/lib/typed.js";
import {
  coreOf,
  errorOf,
  KEY,
  thingsCreate,
  thingsGet,
  thingsReplace,
  valueOf,
} from "../../support/sdk.js";
import { inTurn, respondWith, serve, unusedURL } from "../../support/server.js";
import { hookable } from "../../support/transports.js";

const one = respondWith(200, { id: "t" });
const request = { thingId: "t", thing: { id: "t" } };

test("hooks of a kind run one after another, in the order in which they were added", async () => {
  const ran: string[] = [];
  const slow = (name: string) => async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, name === "a" ? 5 : 0));
    ran.push(name);
  };
  const httpClient = hookable()
    .addHook("response", slow("c"))
    .addHook("beforeRequest", slow("a"))
    .addHook("beforeRequest", slow("b"))
    .addHook("response", slow("d"));
  const server = await serve((...args) => (ran.push("server"), one(...args)));
  valueOf(await thingsGet(coreOf(server.url, { httpClient }), request));
  expect(ran).toEqual(["a", "b", "server", "c", "d"]);
});

test("a beforeRequest hook receives the request as it will be sent, and can change its headers", async () => {
  const seen: unknown[] = [];
  const httpClient = hookable().addHook("beforeRequest", async (sent) => {
    seen.push(
      sent.method,
      new URL(sent.url).pathname,
      sent.headers.get("x-api-key"),
      await sent.clone().text(),
    );
    sent.headers.set("x-tenant", "acme");
  });
  const server = await serve(one);
  valueOf(await thingsReplace(coreOf(server.url, { httpClient, apiKeyHeader: "k" }), request));
  expect(seen).toEqual(["PUT", "/things/t", "k", '{"id":"t"}']);
  expect(server.last()).toMatchObject({ body: '{"id":"t"}', headers: { "x-tenant": "acme" } });
});

test("the return value of a beforeRequest hook is used only if it is a request", async () => {
  // In Node 20.0 `Headers.set` is not void, so a hook of one expression returns a value.
  const httpClient = hookable().addHook("beforeRequest", (sent) =>
    Object({ list: sent.headers.set("x-a", "1") }),
  );
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { httpClient }), request));
  expect(server.last().headers["x-a"]).toBe("1");
});

test("a beforeRequest hook can replace the request: URL, method, headers and body", async () => {
  const httpClient = hookable()
    .addHook(
      "beforeRequest",
      (sent) => new Request(`${sent.url}/other`, { method: "PATCH", body: "new" }),
    )
    .addHook("beforeRequest", (sent) => sent.headers.set("x-second", sent.method));
  const server = await serve(one);
  valueOf(await thingsReplace(coreOf(server.url, { httpClient }), request));
  expect(server.last()).toMatchObject({
    method: "PATCH",
    url: "/things/t/other",
    body: "new",
    headers: { "x-second": "PATCH" },
  });
  expect(server.last().headers).not.toHaveProperty("x-api-key");
});

test("a replacement without a body sends none", async () => {
  const httpClient = hookable().addHook("beforeRequest", (sent) => new Request(sent.url));
  const server = await serve(one);
  valueOf(await thingsReplace(coreOf(server.url, { httpClient }), request));
  expect(server.last()).toMatchObject({ method: "GET", body: "" });
});

test("a response hook receives the response and the request, and can read a clone", async () => {
  const seen: unknown[] = [];
  const httpClient = hookable().addHook("response", async (response, sent) => {
    seen.push(response.status, await response.clone().text(), new URL(sent.url).pathname);
  });
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { httpClient }), request));
  expect(seen).toEqual([200, '{"id":"t"}', "/things/t"]);
});

test("a requestError hook is called for each attempt without a response", async () => {
  const received: unknown[] = [];
  const httpClient = hookable().addHook("requestError", (error, sent) => {
    received.push((error as Error).constructor.name, sent.method);
  });
  const error = errorOf(await thingsGet(coreOf(await unusedURL(), { httpClient }), request));
  expect(error).toMatchObject({ name: "ConnectionError", code: "ECONNREFUSED" });
  expect(received).toEqual(["TypeError", "GET", "TypeError", "GET", "TypeError", "GET"]);
});

test("hooks run for every attempt", async () => {
  let count = 0;
  const httpClient = hookable().addHook("beforeRequest", (sent) =>
    sent.headers.set("x-n", `${++count}`),
  );
  const server = await serve(inTurn(respondWith(503), one));
  valueOf(await thingsGet(coreOf(server.url, { httpClient }), request));
  expect(server.seen.map(({ headers }) => headers["x-n"])).toEqual(["1", "2"]);
});

test("a form keeps its boundary, with and without hooks", async () => {
  interface Upload {
    name: string;
    file: Binary;
  }
  const upload: Operation<Upload, void> = operation(() => ({
    id: "upload",
    method: "POST",
    path: "/upload",
    request: object<Upload>(() => ({ name: string, file: binary })),
    body: multipartBody(),
    responses: [empty(204)],
  }));
  const server = await serve(respondWith(204));
  const hooked = hookable().addHook("beforeRequest", (sent) => sent.headers.set("x-a", "1"));
  for (const httpClient of [undefined, hookable(), hooked]) {
    valueOf(
      await upload(coreOf(server.url, { httpClient }), { name: "n", file: new Blob(["octets"]) }),
    );
    const { headers, body } = server.last();
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(
      headers["content-type"] ?? "",
    )?.[1];
    expect(body.split(`--${boundary}`)).toHaveLength(4);
    expect(body).toContain("octets");
  }
});

test("a stream is sent, with and without hooks", async () => {
  const upload: Operation<Binary, void> = operation(() => ({
    id: "upload",
    method: "POST",
    path: "/upload",
    request: binary,
    body: bytesBody(),
    responses: [empty(204)],
  }));
  const server = await serve(respondWith(204));
  const hooked = hookable().addHook("beforeRequest", () => {});
  for (const httpClient of [undefined, hooked]) {
    valueOf(await upload(coreOf(server.url, { httpClient }), new Blob(["octets"]).stream()));
    expect(server.last().body).toBe("octets");
  }
});

test("a removed hook does not run, and a clone has its own hooks", async () => {
  const ran: string[] = [];
  const a = (): void => void ran.push("a");
  const original = hookable().addHook("beforeRequest", a);
  const copy = original.clone().addHook("beforeRequest", () => void ran.push("b"));
  original.removeHook("beforeRequest", a);
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { httpClient: original }), request));
  expect(ran).toEqual([]);
  valueOf(await thingsGet(coreOf(server.url, { httpClient: copy }), request));
  expect(ran).toEqual(["a", "b"]);
});

const fetcher = (request: Request): Promise<Response> => fetch(request);

test("a fetcher that passes only the request to fetch sends method, headers and body", async () => {
  const server = await serve(respondWith(201, { id: "t" }));
  for (const httpClient of [
    new HTTPClient({ fetcher }),
    new HTTPClient({ fetcher }).addHook("response", () => {}),
    new HTTPClient({ fetcher }).addHook("beforeRequest", () => {}),
  ]) {
    valueOf(await thingsCreate(coreOf(server.url, { httpClient }), { id: "t" }));
    const { method, url, headers, body } = server.last();
    expect([method, url, body]).toEqual(["POST", "/things", '{"id":"t"}']);
    expect(headers).toMatchObject({ "content-type": "application/json", "x-api-key": KEY });
  }
});

test("a fetcher receives the signal and the dispatcher beside the request, to pass them on", async () => {
  const inits: FetcherInit[] = [];
  const httpClient = new HTTPClient({
    fetcher: async (request, init) => {
      expect(request.redirect).toBe("manual");
      inits.push(init);
      return Response.json({ id: "t" }, { status: 201 });
    },
  });
  const dispatcher = { dispatch: () => true };
  const fetchOptions = { dispatcher } as RequestInit; // Node's `fetch` takes one
  valueOf(await thingsCreate(coreOf("https://h", { httpClient }), { id: "t" }, { fetchOptions }));
  expect(inits).toEqual([{ signal: expect.any(AbortSignal), dispatcher }]);
});

test("a fetcher that ignores the signal does not delay the timeout", async () => {
  const httpClient = new HTTPClient({ fetcher: () => new Promise(() => {}) });
  const core = coreOf("https://h", { httpClient, timeoutMs: 20 });
  const retries = { strategy: "none" } as const;
  const result = await thingsGet(core, { thingId: "t" }, { retries });
  expect(result).toMatchObject({ ok: false, error: { name: "RequestTimeoutError" } });
});

test("a transport of one's own sends the calls, with hooks around it or alone", async () => {
  const calls: Call[] = [];
  const transport: Transport = {
    async send(call) {
      calls.push(call);
      return Response.json({ id: "t" }, { status: 201 });
    },
    createController: () => new AbortController(),
  };
  const statuses: number[] = [];
  const hooked = new HTTPClient({ transport }).addHook("response", ({ status }) => {
    statuses.push(status);
  });
  for (const httpClient of [transport, hooked])
    valueOf(await thingsCreate(coreOf("https://h", { httpClient }), { id: "t" }));
  expect(calls).toMatchObject([
    { method: "POST", url: "https://h/things", body: '{"id":"t"}' },
    { method: "POST", url: "https://h/things", body: '{"id":"t"}' },
  ]);
  expect(statuses).toEqual([201]);
});
