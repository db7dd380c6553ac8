/** Known quirks of the vendor's document and servers, which the vendor's own SDKs get wrong. */
import { inspect } from "node:util";
import { connectionsDelete } from "connections-sdk/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/ampersand/funcs/connectionsUpdate.js";
import { APIProblem } from "connections-sdk/ampersand/models/errors";
import type { Fault } from "connections-sdk/testing";
import { afterEach, expect, test, vi } from "vitest";
import { emulated, one, project, whole, wire } from "./emulated.js";

const on = emulated();
afterEach(() => void vi.restoreAllMocks());

const drifted: [string, object, object][] = [
  ["an auth scheme nobody knew", { authScheme: "jwt" }, { authScheme: "jwt" }],
  ["a status nobody knew", { status: "paused" }, { status: "paused" }],
  ["an updateTime of null", { updateTime: null }, { updateTime: undefined }],
  ["an unknown member", { region: { name: "eu" } }, { region: { name: "eu" } }],
  ["metadata that is new", { providerMetadata: {} }, { providerMetadata: {} }],
  ["a member that is null for nobody there", { providerApp: null }, { providerApp: undefined }],
  [
    "an unknown member inside",
    { group: { ...(wire["group"] as object), plan: "pro" } },
    { group: { plan: "pro", groupRef: "g" } },
  ],
  [
    "an unknown source of metadata",
    { providerMetadata: { a: { value: "v", source: "tomorrow" } } },
    { providerMetadata: { a: { source: "tomorrow" } } },
  ],
  [
    "a time without zone",
    { createTime: "2023-07-13T21:34:44" },
    { createTime: "2023-07-13T21:34:44" },
  ],
];
test.for(drifted)("%s breaks neither get nor list", async ([, change, expected]) => {
  on.emulator.fail({ body: { ...wire, ...change } });
  expect(await connectionsGet(on.sdk(), one)).toMatchObject({ ok: true, value: expected });
  on.emulator.fail({ body: [wire, { ...wire, ...change }] });
  expect(await connectionsList(on.sdk(), project)).toMatchObject({
    ok: true,
    value: [{}, expected],
  });
});

test.for([{ providerApp: {} }, { consumer: { consumerRef: "u" } }, { id: 7 }])(
  "a response with %o is kept, and in strict mode an error with the status and the value",
  async (change) => {
    const body = { ...wire, ...change };
    on.emulator.fail({ body });
    expect(await connectionsGet(on.sdk(), one)).toMatchObject({ ok: true, value: change });
    on.emulator.fail({ body });
    const res = await connectionsGet(on.sdk(), one, { responseValidation: "strict" });
    if (res.ok) expect.unreachable();
    expect(res.error).toMatchObject({ name: "ResponseValidationError", statusCode: 200 });
    expect((res.error as { rawValue?: unknown }).rawValue).toEqual(body);
    expect(res.error.message).toMatch(Object.keys(change)[0] ?? "");
  },
);

test("a problem document with a 200 is not a connection", async () => {
  on.emulator.fail({ body: { title: "x" }, contentType: "application/problem+json" });
  expect(await connectionsGet(on.sdk(), one)).toMatchObject({
    ok: false,
    error: { name: "ResponseValidationError" },
  });
});

test("unknown members of a request are sent", async () => {
  const connection = { providerWorkspaceRef: "w", tomorrow: { is: [1] }, customAuth: { a: ["b"] } };
  const requestBody = { updateMask: ["tomorrow"], connection, dryRun: true };
  await connectionsUpdate(on.sdk(), { ...one, requestBody });
  expect(on.last()?.body).toMatchObject({ dryRun: true, connection: { tomorrow: { is: [1] } } });
  await connectionsGenerate(on.sdk(), { ...project, requestBody: { ...whole, ...connection } });
  expect(on.last()?.body).toMatchObject({ tomorrow: { is: [1] } });
});

test.for([200, 201, 202])("generate returns a connection for a %i", async (status) => {
  on.emulator.fail({ status, body: wire });
  const res = await connectionsGenerate(on.sdk(), { ...project, requestBody: whole });
  expect(res).toMatchObject({ ok: true, value: { id: "c-1" } });
});

test.for<Fault>([
  { status: 200, body: "" },
  { status: 200, body: { id: "c-1" } },
  { status: 202, body: "", contentType: "application/json" },
])("delete with the response %o returns nothing", async (fault) => {
  on.emulator.fail(fault);
  expect(await connectionsDelete(on.sdk(), one)).toEqual({ ok: true, value: undefined });
});

test.for([401, 403, 404, 409, 429, 500])(
  "a %i of delete is a problem with its members",
  async (status) => {
    on.emulator.fail({ status, times: "always" });
    const res = await connectionsDelete(on.sdk(), one);
    if (res.ok) expect.unreachable();
    expect(res.error).toBeInstanceOf(APIProblem);
    expect(res.error).toMatchObject({ statusCode: status, status, detail: expect.any(String) });
  },
);

test("a problem's causes and remedy are the message, and the error has all its members", async () => {
  const body = {
    type: "about:blank",
    title: "Conflict",
    status: 409,
    detail: "Not this way.",
    causes: ["The group is locked.", "The consumer is gone."],
    remedy: "Unlock the group.",
    requestId: "req-1",
    retryable: false,
    context: { group: "g" },
    tomorrow: 1,
  };
  on.emulator.fail({ status: 409, body, contentType: "application/problem+json" });
  const error = await on
    .sdk()
    .connections.delete(one)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: "APIProblem",
    message: "409 Conflict: The group is locked.; The consumer is gone. - Unlock the group.",
    detail: "Not this way.",
    requestId: "req-1",
    data$: { tomorrow: 1, context: { group: "g" } },
  });
});

test("a problem with an invalid time is still the typed error", async () => {
  const body = { title: "Not Found", status: 404, time: "yesterday", detail: "Gone.", issues: 7 };
  on.emulator.fail({ status: 404, body, contentType: "application/problem+json" });
  const res = await connectionsGet(on.sdk(), one);
  expect(res).toMatchObject({
    ok: false,
    error: { name: "GetConnectionInputValidationProblem", detail: "Gone.", statusCode: 404 },
  });
});

test.for(["application/json", "application/problem+json; charset=utf-8", ""])(
  "a 404 of content type %j is the typed error",
  async (contentType) => {
    on.emulator.fail({ status: 404, body: { detail: "Gone." }, contentType });
    const res = await connectionsGet(on.sdk(), one);
    expect(res).toMatchObject({ error: { name: "GetConnectionInputValidationProblem" } });
  },
);

test("a proxy's HTML page with a JSON content type is a result, not an unhandled rejection", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  on.emulator.fail({ body: "<html>", contentType: "application/json", times: 3 });
  expect((await connectionsGet(on.sdk(), one)).ok).toBe(false);
  await expect(on.sdk().connections.get(one)).rejects.toThrow("expected valid JSON");
  void connectionsGet(on.sdk(), one);
  await vi.waitFor(() => expect(on.emulator.log).toHaveLength(3), { timeout: 10_000 });
  await new Promise((resolve) => void setTimeout(resolve, 50));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("Accept lists the content types that are read, and no empty headers are sent", async () => {
  for (const call of [connectionsGet, connectionsDelete]) await call(on.sdk(), one);
  const [get, remove] = on.emulator.log.map(({ headers }) => headers);
  expect(get?.["accept"]).toBe("application/json, application/problem+json");
  expect(remove?.["accept"]).toContain("*/*");
  for (const headers of [get, remove]) {
    expect(headers).not.toHaveProperty("cookie");
    expect(headers?.["user-agent"]).toMatch(/^connections-sdk-ampersand\//);
  }
});

test.for(["", ".", ".."])("the path value %j is refused before it is sent", async (value) => {
  for (const request of [
    { projectIdOrName: value, connectionId: "c" },
    { projectIdOrName: "p", connectionId: value },
  ]) {
    expect(await connectionsGet(on.sdk(), request)).toMatchObject({
      error: { name: "SDKValidationError" },
    });
  }
  expect(on.emulator.log).toEqual([]);
});

test.for<[string, string]>([
  ["a:b", "a%3Ab"],
  ["c:oauth-update", "c%3Aoauth-update"],
  ["a/b?c#d", "a%2Fb%3Fc%23d"],
  ["100%", "100%25"],
  ["...", "..."],
])("the id %s travels as %s", async ([connectionId, sent]) => {
  await connectionsGet(on.sdk(), { ...project, connectionId });
  expect(on.last()).toMatchObject({
    path: `/projects/my-project/connections/${sent}`,
    status: 404,
  });
});

test.for<[string | undefined, number[]]>([
  ["force", [503]],
  ["ifExpired", [503, 200]],
  [undefined, [503, 200]],
])("get with refresh %s has the responses %o", async ([refresh, statuses]) => {
  on.emulator.fail({ status: 503, processed: true });
  await connectionsGet(on.sdk(), { ...one, refresh });
  expect(on.emulator.log.map(({ status }) => status)).toEqual(statuses);
});

test("generate is retried after a 5xx only with an idempotency key", async () => {
  on.emulator.fail({ status: 502, times: 2 });
  const request = { ...project, requestBody: whole };
  expect((await connectionsGenerate(on.sdk(), request)).ok).toBe(false);
  expect(on.emulator.log).toHaveLength(1);
  expect((await connectionsGenerate(on.sdk(), request, { idempotencyKey: "k" })).ok).toBe(true);
  const keys = on.emulator.log.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toEqual([undefined, "k", "k"]);
});

test("a problem that is not retryable is not retried", async () => {
  on.emulator.fail({ status: 503, body: { retryable: false }, times: 2 });
  expect((await connectionsGet(on.sdk(), one)).ok).toBe(false);
  expect(on.emulator.log).toHaveLength(1);
});

test("a retry waits until a problem's retryAfter", async () => {
  const retryAfter = new Date(Date.now() + 60).toISOString();
  on.emulator.fail({ status: 429, body: { retryAfter }, contentType: "application/problem+json" });
  expect((await connectionsGet(on.sdk(), one)).ok).toBe(true);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(retryAfter));
});

test("an abort ends the delay between attempts", async () => {
  on.emulator.fail({ status: 503, retryAfter: 50 });
  const started = performance.now();
  const res = await connectionsGet(on.sdk(), one, { signal: AbortSignal.timeout(40) });
  expect(res).toMatchObject({ error: { name: "RequestAbortedError" } });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("timeoutMs works together with a signal, and the caller's options are not changed", async () => {
  on.emulator.fail({ delayMs: 1000, times: "always" });
  const { signal } = new AbortController();
  const fetchOptions = Object.freeze({ signal });
  const options = Object.freeze({
    timeoutMs: 30,
    fetchOptions,
    retries: { strategy: "none" } as const,
  });
  for (let i = 0; i < 2; i++) {
    const res = await connectionsGet(on.sdk(), one, options);
    expect(res).toMatchObject({ error: { name: "RequestTimeoutError" } });
  }
});

test("without a key nothing is sent", async () => {
  vi.stubEnv("SDKNODEPLATFORM_API_KEY_HEADER", undefined);
  const res = await connectionsGet(on.sdk({ apiKeyHeader: undefined }), one);
  expect(res).toMatchObject({ error: { name: "SDKValidationError" } });
  expect(on.emulator.log).toEqual([]);
});

test.for([
  ["false", false],
  ["0", false],
  ["true", true],
] as const)("SDKNODEPLATFORM_DEBUG=%s", async ([value, isUsed]) => {
  vi.stubEnv("SDKNODEPLATFORM_DEBUG", value);
  const lines: unknown[] = [];
  for (const method of ["group", "log"] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void lines.push(...args));
  }
  const requestBody = { ...whole, apiKey: "credential-in-body" };
  await connectionsGenerate(on.sdk({ apiKeyHeader: "key-in-header" }), { ...project, requestBody });
  expect(lines.length > 0).toBe(isUsed);
  expect(lines.join("\n")).not.toMatch(/key-in-header|credential-in-body/);
});

test("an error about a request does not contain its credentials", async () => {
  const requestBody = { ...whole, groupRef: 7 as never, apiKey: "credential-in-body" };
  const res = await connectionsGenerate(on.sdk(), { ...project, requestBody });
  if (res.ok) expect.unreachable();
  const { error } = res;
  expect(error.message).toBe(
    "Request validation failed: requestBody.groupRef: expected string, received number",
  );
  const shown = [inspect(error, { depth: 9 }), JSON.stringify(error), error.stack].join("\n");
  expect(shown).not.toContain("credential-in-body");
});

test("dates lose microseconds", async () => {
  on.emulator.fail({ body: wire });
  const connection = await on.sdk().connections.get(one);
  expect(connection.createTime.toISOString()).toBe("2023-07-13T21:34:44.816Z");
});
