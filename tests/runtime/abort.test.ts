import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { RequestOptions } from "../../src/lib/index.js";
import { coreOf, errorOf, thingsGet, valueOf } from "./support/sdk.js";
import { type Answerer, inTurn, reply, serve, silence } from "./support/server.js";
import { expectNothingUnhandled } from "./support/unhandled.js";

expectNothingUnhandled();

const half: Answerer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id":');
};
const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

test("a signal that is aborted already ends a call before anything is sent", async () => {
  const server = await serve(reply(200, { id: "t" }));
  const error = errorOf(
    await thingsGet(coreOf(server.url), { thingId: "t" }, { signal: AbortSignal.abort("no need") }),
  );
  expect(error).toMatchObject({ name: "RequestAbortedError", cause: "no need" });
  expect(server.seen).toEqual([]);
});

test.for<[what: string, answer: Answerer, options?: RequestOptions]>([
  ["while it waits for an answer", silence],
  ["inside the body", half],
  ["without a time limit", half, { timeoutMs: 0 }],
  ["between attempts", reply(503, "", { "retry-after": "30" })],
])("a signal ends a call %s at once, and no listener stays", async ([, answer, options]) => {
  const controller = new AbortController();
  const { signal } = controller;
  const server = await serve((...args) => {
    setTimeout(() => controller.abort(new Error("enough")), 10);
    return answer(...args);
  });
  const started = Date.now();
  const error = errorOf(
    await thingsGet(coreOf(server.url), { thingId: "t" }, { ...options, signal }),
  );
  expect(error).toMatchObject({ name: "RequestAbortedError", cause: { message: "enough" } });
  expect(Date.now() - started).toBeLessThan(1000);
  expect(server.seen).toHaveLength(1);
  expect(listeners(signal)).toBe(0);
});

test("an aborted request is hung up", async () => {
  const controller = new AbortController();
  let hungUp: (() => void) | undefined;
  const closed = new Promise<void>((resolve) => (hungUp = resolve));
  const server = await serve((seen, response, count) => {
    response.on("close", () => hungUp?.());
    setTimeout(() => controller.abort(), 5);
    return half(seen, response, count);
  });
  await thingsGet(coreOf(server.url), { thingId: "t" }, { signal: controller.signal });
  await closed;
});

test("the signal of fetchOptions serves as well", async () => {
  const server = await serve(silence);
  const fetchOptions = { signal: AbortSignal.timeout(10) };
  const error = errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }, { fetchOptions }));
  expect(error.name).toBe("RequestAbortedError");
});

test("a signal that serves many calls gathers no listeners", async () => {
  const server = await serve(inTurn(reply(503), reply(200, { id: "t" })));
  const { signal } = new AbortController();
  for (let i = 0; i < 3; i++)
    valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }, { signal }));
  expect(listeners(signal)).toBe(0);
});

test("an abort after the end of a call changes nothing", async () => {
  const server = await serve(reply(200, { id: "t" }));
  const controller = new AbortController();
  const { signal } = controller;
  const result = await thingsGet(coreOf(server.url), { thingId: "t" }, { signal });
  controller.abort();
  expect(result).toEqual({ ok: true, value: { id: "t" } });
});
