import { expect, test } from "vitest";
import { HTTPClient, type FetcherInit, type RequestOptions } from "../../../src/lib/index.js";
import { type CoreOptions, coreOf, errorOf, thingsGet, valueOf } from "../../support/sdk.js";
import { type Responder, inTurn, respondWith, serve, silence } from "../../support/server.js";
import { transportName } from "../../support/transports.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";
import { manualDeadline } from "../../support/deadline.js";
import { limits } from "../../support/limits.js";
import { runProgram } from "../../support/program.js";

expectNothingUnhandled();

const one = respondWith(200, { id: "t" });
const once: RequestOptions = { retries: { strategy: "none" } };
const half: Responder = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id":');
};

async function timed(responder: Responder, options: RequestOptions, client: CoreOptions = {}) {
  const server = await serve(responder);
  return errorOf(
    await thingsGet(coreOf(server.url, client), { thingId: "t" }, { ...once, ...options }),
  );
}

test("timeoutMs of the client applies to all calls, and that of a call overrides it", async () => {
  expect((await timed(silence, {}, { timeoutMs: 20 })).message).toContain("20 ms");
  expect((await timed(silence, { timeoutMs: 10 }, { timeoutMs: 10_000 })).message).toContain(
    "10 ms",
  );
});

test("timeoutMs applies to each attempt", async () => {
  const { timeoutMs, after } = manualDeadline();
  const server = await serve(inTurn(after(silence), after(half), one));
  const core = coreOf(server.url, { timeoutMs });
  expect(valueOf(await thingsGet(core, { thingId: "t" }))).toEqual({ id: "t" });
  expect(server.seen).toHaveLength(3);
});

test("options can be reused after a timeout", async () => {
  const { timeoutMs, after } = manualDeadline();
  const server = await serve(inTurn(after(silence), one));
  const options = { ...once, timeoutMs, fetchOptions: {} };
  const core = coreOf(server.url);
  expect(errorOf(await thingsGet(core, { thingId: "t" }, options)).name).toBe(
    "RequestTimeoutError",
  );
  expect(options).toEqual({ ...once, timeoutMs, fetchOptions: {} });
  expect(valueOf(await thingsGet(core, { thingId: "t" }, options))).toEqual({ id: "t" });
});

test.for([NaN, "60", {}])("timeoutMs of %o is rejected before anything is sent", async (bad) => {
  const server = await serve(respondWith(200, { id: "t" }));
  const timeoutMs = bad as number;
  for (const [client, call] of [
    [{}, { timeoutMs }],
    [{ timeoutMs }, {}],
  ])
    expect(
      errorOf(await thingsGet(coreOf(server.url, client), { thingId: "t" }, call)),
    ).toMatchObject({
      name: "InvalidRequestError",
      message: "timeoutMs: expected a number of milliseconds",
    });
  expect(server.seen).toEqual([]);
});

test.for([0, -1, Infinity])("timeoutMs of %d disables the timeout", async (timeoutMs) => {
  const inits: FetcherInit[] = [];
  const httpClient = new HTTPClient({
    fetcher: async (_, init) => {
      inits.push(init);
      return Response.json({ id: "t" });
    },
  });
  valueOf(await thingsGet(coreOf("https://h", { httpClient }), { thingId: "t" }, { timeoutMs }));
  expect(inits).toEqual([{}]);
});

test(
  "timeouts and aborts survive garbage collections, and nothing keeps the process running",
  { timeout: limits.processes },
  async ({ signal }) => {
    const server = await serve(half);
    const script = `
    import { coreOf, thingsGet } from "../../support/sdk.js";
    import { goOutBy } from "../../support/transports.js";
    goOutBy(${JSON.stringify(transportName())});
    const core = coreOf(${JSON.stringify(server.url)});
    const collecting = setInterval(() => gc(), 2);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 60);
    const options = { retries: { strategy: "none" } };
    const results = await Promise.all([
      thingsGet(core, { thingId: "a" }, { ...options, timeoutMs: 60 }),
      thingsGet(core, { thingId: "b" }, { ...options, signal: controller.signal }),
      thingsGet(core, { thingId: "c" }, { ...options, timeoutMs: 0, signal: AbortSignal.timeout(60) }),
    ]);
    clearInterval(collecting);
    console.log(results.map((result) => result.error?.name).join(" "));`;
    const flags = ["--expose-gc"];
    const printed = await runProgram(script, { folder: import.meta.dirname, flags, signal });
    expect(printed).toBe("RequestTimeoutError RequestAbortedError RequestAbortedError");
  },
);
