/** `waitFor` polls politely until a sign-in has ended, and returns nothing from before. */
import { getEventListeners } from "node:events";
import { HTTPClient, SDK, SDKCore, type SignInSession } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { connectionsWaitFor } from "connections-sdk/funcs/connectionsWaitFor.js";
import { mammoth } from "connections-sdk/mammoth";
import { NodeHTTPClient } from "connections-sdk/node";
import { nango } from "connections-sdk/nango";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { serve as respond } from "../support/server.js";
import { errorOf } from "./contract/calls.js";

const place = { projectIdOrName: "my-project", connectionId: "c" };
const uuid = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";

/** A connection of Ampersand. */
function wire(status: string, more: object = {}): object {
  const createTime = "2026-03-02T09:15:27.104893Z";
  const owner = { projectId: "p", createTime };
  return {
    id: "c",
    projectId: "p",
    provider: "salesforce",
    group: { groupRef: "g", groupName: "G", ...owner },
    consumer: { consumerRef: "u", consumerName: "U", ...owner },
    createTime,
    authScheme: "oauth2/authorizationCode",
    status,
    ...more,
  };
}

const gone = (): Response =>
  Response.json(
    { title: "Not Found" },
    {
      status: 404,
      headers: { "content-type": "application/problem+json" },
    },
  );

/** A client whose server sends these responses in order, and the last one again and again. */
function scripted(...responses: (() => Response | Promise<Response>)[]): {
  readonly core: SDKCore;
  /** When each request was sent, in milliseconds since the first one. */
  readonly times: number[];
} {
  const times: number[] = [];
  let start = 0;
  const fetcher = async (): Promise<Response> => {
    if (times.length === 0) start = Date.now();
    times.push(Date.now() - start);
    return (responses[times.length - 1] ?? responses.at(-1) ?? gone)();
  };
  return {
    core: new SDKCore({ apiKeyHeader: "k", httpClient: new HTTPClient({ fetcher }) }),
    times,
  };
}

const active = (): Response => Response.json(wire("working"));
const pending = (): Response => Response.json(wire("created"));

const busy = (): Response => new Response("later", { status: 503 });
const soon = (): Response => new Response("", { status: 503, headers: { "retry-after": "0" } });

/** A session that follows the connection. */
const before = (status: string, revision?: string): SignInSession => ({
  platform: "ampersand",
  version: 1,
  ...place,
  before: { c: { status, ...(revision !== undefined && { revision }) } },
});

/** A connection that was last updated at a time. */
const at = (status: string, updateTime: string) => (): Response =>
  Response.json(wire(status, { updateTime }));

describe("how often it asks", () => {
  afterEach(() => void vi.useRealTimers());

  test("one request every two seconds, and none is retried sooner", async () => {
    vi.useFakeTimers();
    const { core, times } = scripted(gone, pending, busy, gone, active);
    const waiting = connectionsWaitFor(core, place);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await waiting).toMatchObject({ ok: true, value: { status: "active" } });
    expect(times).toEqual([0, 2000, 4000, 6000, 8000]);
  });

  test.for([
    ["a 429", (): Response => new Response("", { status: 429, headers: { "retry-after": "7" } })],
    ["a 503", (): Response => new Response("", { status: 503, headers: { "retry-after": "7" } })],
    ["a 404", (): Response => new Response("", { status: 404, headers: { "retry-after": "7" } })],
    [
      "a pending connection",
      (): Response => Response.json(wire("created"), { headers: { "retry-after": "7" } }),
    ],
    [
      "a problem document",
      (): Response =>
        Response.json(
          { retryAfter: new Date(Date.now() + 7000).toISOString() },
          { status: 503, headers: { "content-type": "application/problem+json" } },
        ),
    ],
  ] as const)("Retry-After of %s lengthens the pause", async ([, response]) => {
    vi.useFakeTimers();
    const { core, times } = scripted(response, active);
    const waiting = connectionsWaitFor(core, place);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await waiting).toMatchObject({ ok: true });
    expect(times).toEqual([0, 7000]);
  });

  test("Retry-After does not shorten it", async () => {
    vi.useFakeTimers();
    const { core, times } = scripted(soon, active);
    const waiting = connectionsWaitFor(core, place);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await waiting).toMatchObject({ ok: true });
    expect(times).toEqual([0, 2000]);
  });

  test("it gives up after ten minutes, and with the last error as the cause", async () => {
    vi.useFakeTimers();
    const { core, times } = scripted(gone);
    const waiting = connectionsWaitFor(core, place);
    await vi.advanceTimersByTimeAsync(600_000);
    const error = errorOf(await waiting);
    expect(error).toMatchObject({ name: "RequestTimeoutError", cause: { statusCode: 404 } });
    expect(error.message).toBe(
      "Timed out after 600000 ms (timeoutMs) while waiting for the sign-in",
    );
    expect(times.length).toBeLessThanOrEqual(301);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times.length).toBeLessThanOrEqual(301);
  });

  test("a timeout of 0 is none", async () => {
    vi.useFakeTimers();
    const { core } = scripted(gone);
    const controller = new AbortController();
    const waiting = connectionsWaitFor(core, place, { timeoutMs: 0, signal: controller.signal });
    let settled = false;
    void waiting.then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(settled).toBe(false);
    controller.abort();
    expect(errorOf(await waiting)).toMatchObject({ name: "RequestAbortedError" });
  });
});

describe("when it ends", () => {
  test.for([
    ["during a pause", gone],
    ["during a request", (): Promise<Response> => new Promise(() => {})],
  ] as const)("within 100 ms of an abort %s", async ([, response]) => {
    const { core, times } = scripted(response);
    for (const option of ["signal", "fetchOptions"] as const) {
      const controller = new AbortController();
      const { signal } = controller;
      const waiting = connectionsWaitFor(
        core,
        place,
        option === "signal" ? { signal } : { fetchOptions: { signal } },
      );
      await vi.waitFor(() => expect(times.length).toBeGreaterThan(0));
      const start = performance.now();
      const reason = new Error("enough");
      controller.abort(reason);
      const error = errorOf(await waiting);
      expect(error).toMatchObject({ name: "RequestAbortedError", cause: reason });
      expect(performance.now() - start).toBeLessThan(100);
    }
  });

  test("a signal that has aborted sends nothing", async () => {
    const { core, times } = scripted(active);
    const error = errorOf(await connectionsWaitFor(core, place, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "RequestAbortedError" });
    expect(times).toEqual([]);
  });

  test.for([
    ["fetch", (): HTTPClient | undefined => undefined],
    ["NodeHTTPClient", (): HTTPClient => new NodeHTTPClient()],
  ] as const)("an abort ends the request on the wire, with %s", async ([, create]) => {
    let isClosed = false;
    const server = await respond((_, response) => {
      response.on("close", () => (isClosed = true)); // and never responds
    });
    const core = new SDKCore({
      apiKeyHeader: "k",
      serverURL: server.url,
      httpClient: create(),
    });
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = connectionsWaitFor(core, place, { signal });
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    controller.abort();
    expect(errorOf(await waiting)).toMatchObject({ name: "RequestAbortedError" });
    await vi.waitFor(() => expect(isClosed).toBe(true));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("no listener is left on the signal, however it ends", async () => {
    const { signal } = new AbortController();
    for (const response of [active, (): Response => new Response("no", { status: 401 })]) {
      const { core } = scripted(gone, pending, response);
      await connectionsWaitFor(core, place, { signal, intervalMs: 1 });
    }
    const { core } = scripted(gone);
    await connectionsWaitFor(core, place, { signal, intervalMs: 1, timeoutMs: 20 });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("its own timeout ends a request that hangs", async () => {
    const { core } = scripted(() => new Promise(() => {}));
    const error = errorOf(await connectionsWaitFor(core, place, { timeoutMs: 30 }));
    expect(error).toMatchObject({ name: "RequestTimeoutError" });
    expect(error.message).toContain("30 ms");
  });

  test.for([
    ["bad_credentials", "broken"],
    ["working", "active"],
    ["migrating", "migrating"],
  ] as const)("Ampersand's status %s ends it", async ([status, expected]) => {
    const { core } = scripted(() => Response.json(wire(status)));
    expect(await connectionsWaitFor(core, place)).toMatchObject({
      ok: true,
      value: { status: expected },
    });
  });

  test.for([401, 403, 400])("a status of %d is an error at once", async (status) => {
    const { core, times } = scripted(() => new Response("no", { status }));
    expect(errorOf(await connectionsWaitFor(core, place))).toMatchObject({ statusCode: status });
    expect(times).toHaveLength(1);
  });

  test("a connection that breaks is tried again", async () => {
    const { core, times } = scripted(() => Promise.reject(new TypeError("fetch failed")), active);
    const res = await connectionsWaitFor(core, place, { intervalMs: 1 });
    expect(res).toMatchObject({ ok: true });
    expect(times).toHaveLength(2);
  });

  test("$inspect shows the last request", async () => {
    const { core } = scripted(gone, active);
    const [, { request }] = await connectionsWaitFor(core, place, { intervalMs: 1 }).$inspect();
    expect(request).toMatchObject({ method: "GET" });
  });
});

describe("after a reconnect", () => {
  const first = "2026-03-02T10:00:00.000Z";
  const second = "2026-03-02T11:00:00.000Z";
  const quick = { intervalMs: 1, timeoutMs: 2000 };

  test("it does not return what was active before", async () => {
    const { core, times } = scripted(
      at("working", first),
      at("working", first),
      at("working", second),
    );
    const res = await connectionsWaitFor(core, before("active", first), quick);
    expect(res).toMatchObject({ ok: true, value: { status: "active" } });
    expect(res.ok && res.value.updateTime?.toJSON()).toBe(second);
    expect(times).toHaveLength(3);
  });

  test("it returns one that has been broken anew, and not one that still is", async () => {
    const { core, times } = scripted(at("bad_credentials", first), at("bad_credentials", second));
    const res = await connectionsWaitFor(core, before("broken", first), quick);
    expect(res).toMatchObject({ ok: true, value: { status: "broken" } });
    expect(times).toHaveLength(2);
  });

  test("a first update is a change", async () => {
    const { core } = scripted(active, at("working", first));
    const res = await connectionsWaitFor(core, before("active"), quick);
    expect(res.ok && res.value.updateTime?.toJSON()).toBe(first);
  });

  test("a connection that is deleted and made again is another one", async () => {
    const { core } = scripted(gone, at("created", second), at("working", second));
    expect(await connectionsWaitFor(core, before("active", first), quick)).toMatchObject({
      ok: true,
    });
  });
});

describe("what can be followed", () => {
  test.for([
    [undefined, "SDKValidationError"],
    [null, "SDKValidationError"],
    [{}, "SDKValidationError"],
    ["c", "SDKValidationError"],
    [{ projectIdOrName: "p", connectionId: "" }, "SDKValidationError"],
    [{ platform: "nango", version: 1, provider: "p", connectionId: "c" }, "InvalidRequestError"],
    [{ platform: "ampersand", version: 2, ...place, before: {} }, "InvalidRequestError"],
    [{ type: "signIn", authorizationUrl: "https://a.example" }, "InvalidRequestError"],
    [{ type: "connection", id: "" }, "InvalidRequestError"],
  ] as const)("%j is refused, and nothing is sent", async ([request, name]) => {
    const { core, times } = scripted(active);
    expect(errorOf(await connectionsWaitFor(core, request as never))).toMatchObject({ name });
    expect(times).toEqual([]);
  });

  test.for([-1, Number.NaN, "1", null])("the time %j is refused", async (value) => {
    const { core, times } = scripted(active);
    for (const option of ["timeoutMs", "intervalMs"]) {
      const error = errorOf(await connectionsWaitFor(core, place, { [option]: value }));
      expect(error).toMatchObject({ name: "InvalidRequestError" });
      expect(error.message).toBe(`${option}: expected a number of milliseconds`);
    }
    expect(times).toEqual([]);
  });

  test("whatever is passed, it never rejects", async () => {
    const { core } = scripted(active);
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    for (const [request, options] of [
      [hostile, undefined],
      [place, hostile],
      [place, { signal: {} }],
      [place, { fetchOptions: { signal: 1 } }],
    ])
      expect(await connectionsWaitFor(core, request as never, options as never)).toMatchObject({
        ok: false,
      });
    expect(await connectionsWaitFor(undefined as never, place)).toMatchObject({ ok: false });
  });

  test("a connection without an id, on Mammoth, cannot be", async () => {
    const sdk = new SDK({ platform: mammoth({ apiKey: "k", apiSecret: "s" }) });
    const made = { type: "connection", id: "", status: "pending" } as never;
    await expect(sdk.connections.waitFor(made)).rejects.toThrow("coordinates: the connection has");
  });
});

describe("against the emulator", () => {
  let served: ServedEmulator;
  beforeAll(async () => {
    served = await serve();
  });
  afterEach(() => served.emulator.reset());
  afterAll(() => served.close());
  // oxlint-disable-next-line typescript/explicit-function-return-type -- its platform is inferred
  const onNango = () =>
    new SDK({ platform: nango({ apiKey: uuid, serverURL: served.serverURL("nango") }) });
  const hubspot = { provider: "hubspot", connectionId: "hubspot-acme" };
  const quick = { intervalMs: 10, timeoutMs: 2000 };

  test("on Nango a connection that was active is one only after the customer has signed in", async () => {
    const sdk = onNango();
    const signIn = await sdk.connections.updateAuthorization(hubspot);
    const early = await connectionsWaitFor(sdk, signIn, { intervalMs: 10, timeoutMs: 100 });
    expect(errorOf(early)).toMatchObject({ name: "RequestTimeoutError" });
    const waiting = connectionsWaitFor(sdk, signIn, quick);
    served.emulator.signIn(signIn.authorizationUrl);
    expect(await waiting).toMatchObject({ ok: true, value: { status: "active" } });
  });

  test("on Nango a change of the stored connection counts as well", async () => {
    const sdk = onNango();
    const { session } = await sdk.connections.updateAuthorization(hubspot);
    const waiting = connectionsWaitFor(sdk, session, quick);
    setTimeout(() => {
      served.emulator.nango.connections[0]!.updated_at = new Date().toISOString();
    }, 30);
    expect(await waiting).toMatchObject({ ok: true, value: { id: "hubspot-acme" } });
  });

  test("on Nango a broken connection is not tried again and again while it is followed", async () => {
    const sdk = onNango();
    const one = { provider: "salesforce-eu", connectionId: "salesforce-acme" };
    const signIn = await sdk.connections.updateAuthorization(one);
    const sent = served.emulator.log.length;
    const controller = new AbortController();
    const waiting = connectionsWaitFor(sdk, signIn, { intervalMs: 10, signal: controller.signal });
    const polls = await vi.waitUntil(() => {
      const all = served.emulator.log.slice(sent);
      return all.length > 1 && all;
    });
    controller.abort();
    await waiting;
    for (const { path } of polls) expect(path).toMatch(/^\/connections\?/); // a list uses none
  });

  test("on Nango credentials that are refused meanwhile are a broken connection", async () => {
    const sdk = onNango();
    const { session } = await sdk.connections.updateAuthorization(hubspot);
    const [connection] = served.emulator.nango.connections;
    Object.assign(connection!.credentials, {
      refresh_token: "invalid",
      expires_at: "2026-01-01T00:00:00.000Z",
    });
    const res = await connectionsWaitFor(sdk, session, quick);
    expect(res).toMatchObject({
      ok: true,
      value: { status: "broken", health: { needs: "signIn" } },
    });
  });

  test("another connection of the same customer is not the new one", async () => {
    const sdk = onNango();
    const request = { provider: "hubspot", groupRef: "group-123", consumerRef: "user-1" };
    const signIn = await sdk.connections.generate(request);
    expect(Object.keys(signIn.session?.before ?? {})).toEqual(["hubspot-acme"]);
    const early = await connectionsWaitFor(sdk, signIn, { intervalMs: 10, timeoutMs: 60 });
    expect(errorOf(early)).toMatchObject({ name: "RequestTimeoutError" });
    served.emulator.signIn(signIn.authorizationUrl);
    const made = await sdk.connections.waitFor(signIn, quick);
    expect(made.id).not.toBe("hubspot-acme");
    expect(made.group?.ref).toBe("group-123");
  });

  test("within a customer, it finds nothing of another", async () => {
    const theirs = onNango().within({ groupRef: "group-123" });
    const stranger = { provider: "apollo", connectionId: "globex" };
    const none = await connectionsWaitFor(theirs, stranger, { intervalMs: 10, timeoutMs: 80 });
    expect(errorOf(none)).toMatchObject({ name: "RequestTimeoutError" });
    const session = await onNango().connections.generate({
      provider: "hubspot",
      groupRef: "group-9",
    });
    expect(errorOf(await connectionsWaitFor(theirs, session))).toMatchObject({
      name: "InvalidRequestError",
    });
    const own = await connectionsWaitFor(theirs, hubspot, quick);
    expect(own).toMatchObject({ ok: true, value: { group: { ref: "group-123" } } });
    const signIn = await theirs.connections.updateAuthorization(hubspot);
    served.emulator.signIn(signIn.authorizationUrl);
    expect((await theirs.connections.waitFor(signIn, quick)).id).toBe("hubspot-acme");
  });

  test("within a company on Codat, the company is that of the client", async () => {
    const platform = codat({ authHeader: "Basic a2V5", serverURL: served.serverURL("codat") });
    const [groupRef = ""] = served.emulator.codat.companies;
    const theirs = new SDK({ platform }).within({ groupRef });
    const { connections } = await theirs.connections.list({} as never);
    const one = { connectionId: connections[0]!.id };
    const res = await connectionsWaitFor(theirs, one as never, quick);
    expect(res).toMatchObject({ ok: true, value: { group: { ref: groupRef } } });
    const elsewhere = { ...one, groupRef: "00000000-0000-0000-0000-000000000000" };
    expect(errorOf(await connectionsWaitFor(theirs, elsewhere))).toMatchObject({
      name: "InvalidRequestError",
    });
  });

  test.for([
    { before: null },
    { before: "x" },
    { before: [] },
    { before: { "hubspot-acme": null } },
    { before: { "hubspot-acme": "active" } },
  ])("a stored session whose connections were changed to %j is refused", async ({ before }) => {
    const { session } = await onNango().connections.updateAuthorization(hubspot);
    const sent = served.emulator.log.length;
    const error = errorOf(await connectionsWaitFor(onNango(), { ...session, before } as never));
    expect(error).toMatchObject({ name: "InvalidRequestError" });
    expect(error.message).toContain("before: expected the session");
    expect(served.emulator.log).toHaveLength(sent);
  });

  test("a session of another platform is refused", async () => {
    const { session } = await onNango().connections.updateAuthorization(hubspot);
    const sdk = new SDK({ apiKeyHeader: "k", serverURL: served.serverURL("ampersand") });
    const sent = served.emulator.log.length;
    expect(errorOf(await connectionsWaitFor(sdk, session as never))).toMatchObject({
      name: "InvalidRequestError",
    });
    expect(served.emulator.log).toHaveLength(sent);
  });

  test("a sign-in that cannot begin is an error, and no session", async () => {
    const one = { provider: "hubspot", connectionId: "gone" };
    const res = await connectionsUpdateAuthorization(onNango(), one);
    expect(errorOf(res)).toMatchObject({ kind: "notFound" });
  });
});
