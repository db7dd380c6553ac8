import { expect, test } from "vitest";
import { APIPromise, Resource, unwrap } from "../../../src/lib/index.js";
import { coreOf, thingsGet } from "../../support/sdk.js";
import { inTurn, respondWith, serve, unusedURL } from "../../support/server.js";

const one = respondWith(200, { id: "t" }, { "x-request-id": "r-1" });
const request = { thingId: "t" };

test("a function returns a promise, whose result is the same each time it is awaited", async () => {
  const server = await serve(one);
  const promise = thingsGet(coreOf(server.url), request);
  expect(promise).toBeInstanceOf(APIPromise);
  expect(String(promise)).toBe("[object APIPromise]");
  expect(await promise).toBe(await promise);
  expect(await Promise.all([promise, promise])).toHaveLength(2);
  expect(
    await promise
      .then()
      .catch(() => "never")
      .finally(() => {}),
  ).toBe(await promise);
  expect(server.seen).toHaveLength(1);
});

test("$inspect returns the result, the request as it was sent and the response", async () => {
  const server = await serve(inTurn(respondWith(503), one));
  const promise = thingsGet(coreOf(server.url), request, { headers: { "x-tag": "1" } });
  const [result, { request: sent, response }] = await promise.$inspect();
  expect(result).toBe(await promise);
  expect(result).toEqual({ ok: true, value: { id: "t" } });
  expect(sent).toEqual({
    method: "GET",
    url: `${server.url}/things/t`,
    headers: {
      accept: "application/json, application/problem+json",
      "user-agent": "test-sdk/1.0",
      "x-tag": "1",
      "x-api-key": "***",
    },
  });
  expect(response?.status).toBe(200);
  expect(response?.headers.get("X-Request-Id")).toBe("r-1");
});

test("$inspect of a failed call returns as much as there is", async () => {
  const server = await serve(respondWith(500, {}, { "x-request-id": "r-2" }));
  const [failed, { response }] = await thingsGet(coreOf(server.url), request).$inspect();
  expect(failed.ok).toBe(false);
  expect(response?.headers.get("x-request-id")).toBe("r-2");
  const [, unsent] = await thingsGet(coreOf(server.url), { thingId: ".." }).$inspect();
  expect(unsent).toEqual({ request: undefined, response: undefined });
  const [, unreached] = await thingsGet(coreOf("http://127.0.0.1:1"), request).$inspect();
  expect(unreached).toMatchObject({ request: { method: "GET" }, response: undefined });
});

test("a class method unwraps the result of its function", async () => {
  class Things extends Resource {
    get(thingId: string): Promise<{ id: string }> {
      return unwrap(thingsGet(this.core, { thingId }));
    }
  }
  const server = await serve(one);
  const things = new Things(coreOf(server.url));
  expect(await things.get("t")).toEqual({ id: "t" });
  await expect(things.get("")).rejects.toMatchObject({ name: "SDKValidationError" });
});

test("$inspect tells the attempts that sent a request, and the time of the whole call", async () => {
  const slow = inTurn(respondWith(503), (_, response) => {
    setTimeout(() => respondWith(200, { id: "t" })({} as never, response, 1), 60);
  });
  const server = await serve(slow);
  const [, retried] = await thingsGet(coreOf(server.url), request).$inspect();
  expect(retried.attempts).toBe(2);
  expect(retried.durationMs).toBeGreaterThanOrEqual(50);
  const failing = await serve(respondWith(503));
  expect((await thingsGet(coreOf(failing.url), request).$inspect())[1].attempts).toBe(3);
  const [, unreached] = await thingsGet(coreOf(await unusedURL()), request).$inspect();
  expect(unreached.attempts).toBe(3);
  const [, unsent] = await thingsGet(coreOf(server.url), { thingId: "" }).$inspect();
  expect(unsent).toMatchObject({ attempts: 0, durationMs: expect.any(Number) });
});
