import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { NodeHTTPClient } from "../../src/node/index.js";
import { coreOf, errorOf, thingsGet, thingsReplace, valueOf } from "../support/sdk.js";
import { inTurn, respondWith, serve, unusedURL } from "../support/server.js";
import { onBoth } from "./both.js";

const request = { thingId: "t", thing: { id: "t" } };
const one = respondWith(200, { id: "t" }, { "x-a": "1", "set-cookie": "s=1" });

/** Counts the instances of platform classes that are created during a test. */
function counted(
  ...names: readonly ("Request" | "Response" | "Headers" | "ReadableStream" | "AbortController")[]
) {
  const made: string[] = [];
  for (const name of names) {
    const original: unknown = globalThis[name];
    const construct = (target: object, args: unknown[], as: Function): object => {
      made.push(name);
      return Reflect.construct(target as Function, args, as) as object;
    };
    Object.assign(globalThis, { [name]: new Proxy(original as object, { construct }) });
    onTestFinished(() => void Object.assign(globalThis, { [name]: original }));
  }
  return made;
}

test("no platform object is created for a call, and for a response hook only the request", async () => {
  const server = await serve(inTurn(one, one, one));
  const hooked = new NodeHTTPClient().addHook("response", (response, sent) => {
    expect([response.status, response.ok, sent.method]).toEqual([200, true, "GET"]);
    expect(response.headers.get("x-a")).toBe("1");
    expect(new URL(sent.url).pathname).toBe("/things/t");
  });
  valueOf(await thingsGet(coreOf(server.url, { httpClient: hooked }), request));
  const made = counted("Request", "Response", "Headers", "ReadableStream");
  const controllers = counted("AbortController");
  valueOf(await thingsGet(coreOf(server.url, { httpClient: new NodeHTTPClient() }), request));
  expect([...controllers, ...made]).toEqual([]);
  valueOf(await thingsGet(coreOf(server.url, { httpClient: hooked }), request));
  expect(made).toEqual(["Request"]);
});

test("a hook receives the same response as by fetch", async () => {
  const server = await serve(one);
  await onBoth(async (httpClient) => {
    const seen: Record<string, unknown> = {};
    httpClient.addHook("response", async (response) => {
      expect(response).toBeInstanceOf(Response);
      expect(response.headers).toBeInstanceOf(Headers);
      for (const name of ["type", "url", "redirected", "status", "ok", "statusText", "bodyUsed"])
        seen[name] = Reflect.get(response, name);
      const { date: _, ...headers } = Object.fromEntries(response.headers);
      Object.assign(seen, { headers, has: response.headers.has("X-A") });
      Object.assign(seen, { cookies: response.headers.getSetCookie() });
      seen["none"] = response.headers.get("x-none");
      expect(() => response.headers.set("x-a", "2")).toThrow(TypeError);
      expect(response.body).toBeInstanceOf(ReadableStream);
      const copy = response.clone();
      expect(copy).toBeInstanceOf(Response);
      seen["json"] = await copy.json();
      seen["bytes"] = (await response.clone().arrayBuffer()).byteLength;
      seen["blob"] = (await response.clone().blob()).type;
      seen["derived"] = await new Response(response.clone().body, response).text();
      seen["usedByThen"] = response.bodyUsed;
      expect(inspect(response)).toContain("200");
    });
    const result = await thingsGet(coreOf(server.url, { httpClient }), request);
    return [seen, valueOf(result)];
  });
});

test("a hook receives the same request as by fetch", async () => {
  const server = await serve(one);
  await onBoth(async (httpClient) => {
    const seen: Record<string, unknown> = {};
    httpClient.addHook("response", async (_, sent) => {
      expect(sent).toBeInstanceOf(Request);
      expect(sent.headers).toBeInstanceOf(Headers);
      expect(sent.signal).toBeInstanceOf(AbortSignal);
      for (const name of ["method", "url", "redirect", "cache", "mode", "credentials", "keepalive"])
        seen[name] = Reflect.get(sent, name);
      seen["headers"] = Object.fromEntries(sent.headers);
      seen["body"] = await sent.clone().text();
      seen["again"] = new Request(sent.clone(), { method: "PATCH" }).method;
    });
    valueOf(await thingsReplace(coreOf(server.url, { httpClient }), request));
    return seen;
  });
});

test("beforeRequest and requestError hooks can derive another request", async () => {
  const httpClient = new NodeHTTPClient()
    .addHook("beforeRequest", (sent) => {
      const next = new Request(sent, { method: "PATCH" });
      next.headers.set("x-mine", "1");
      return next;
    })
    .addHook("requestError", (_, sent) => void new Request(sent));
  const server = await serve(one);
  valueOf(await thingsReplace(coreOf(server.url, { httpClient }), request));
  expect(server.last()).toMatchObject({ method: "PATCH", headers: { "x-mine": "1" } });
  const failed = await thingsReplace(coreOf(await unusedURL(), { httpClient }), request);
  expect(errorOf(failed).name).toBe("ConnectionError");
});

test("a response that a hook kept still has its headers, but no body to read", async () => {
  const server = await serve(one);
  let kept: Response | undefined;
  const httpClient = new NodeHTTPClient().addHook("response", (response) => void (kept = response));
  const call = thingsGet(coreOf(server.url, { httpClient }), request);
  const [, { response }] = await call.$inspect();
  expect(kept?.headers.get("x-a")).toBe("1");
  expect(kept?.bodyUsed).toBe(true);
  expect(() => kept?.clone()).toThrow(TypeError);
  await expect(kept?.text()).rejects.toThrow(TypeError);
  await expect(kept?.arrayBuffer()).rejects.toThrow(TypeError);
  expect(inspect(kept)).toContain("'x-a': '1'");
  expect(response).toBe(kept);
});

test("a clone has the same dispatcher and hooks, and is independent", async () => {
  const ran: string[] = [];
  const original = new NodeHTTPClient().addHook("response", () => void ran.push("a"));
  const copy = original.clone().addHook("response", () => void ran.push("b"));
  const server = await serve(one);
  valueOf(await thingsGet(coreOf(server.url, { httpClient: copy }), request));
  expect(ran).toEqual(["a", "b"]);
  valueOf(await thingsGet(coreOf(server.url, { httpClient: original }), request));
  expect(ran).toEqual(["a", "b", "a"]);
});
