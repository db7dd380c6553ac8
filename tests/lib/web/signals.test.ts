import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { eitherSignal, onAbort } from "../../../src/lib/web/signals.js";
import { coreOf, errorOf, thingsGet, valueOf } from "../../support/sdk.js";
import { respondWith, serve, silence } from "../../support/server.js";

const request = { thingId: "t" };

afterEach(() => void vi.unstubAllGlobals());

test("one signal for many concurrent calls prints no warning", async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error): void => void warnings.push(name);
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  const server = await serve(respondWith(200, { id: "t" }));
  const { signal } = new AbortController();
  const calls = Array.from({ length: 30 }, () =>
    thingsGet(coreOf(server.url), request, { signal }),
  );
  for (const result of await Promise.all(calls)) valueOf(result);
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});

test("a signal of many calls aborts them all", async () => {
  const server = await serve(silence);
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 30 }, () =>
    thingsGet(coreOf(server.url), request, { signal }),
  );
  await vi.waitFor(() => expect(server.seen).toHaveLength(30), { timeout: 10_000 });
  controller.abort();
  for (const result of await Promise.all(calls))
    expect(errorOf(result).name).toBe("RequestAbortedError");
});

test("no listener stays behind", () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  const stops = [1, 2, 3].map(() => onAbort(signal, () => {}));
  for (const stop of stops) stop();
  onAbort(signal, () => {})();
  expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([2, 2]);
});

test.for([
  ["signal", 0],
  ["fetchOptions.signal", 1],
] as const)(
  "without AbortSignal.any, as before Node 20.3, %s aborts a call that has both",
  async ([, which]) => {
    vi.stubGlobal(
      "AbortSignal",
      Object.assign(function () {}, { prototype: AbortSignal.prototype }),
    );
    const server = await serve(silence);
    const controllers = [new AbortController(), new AbortController()] as const;
    const options = {
      signal: controllers[0].signal,
      fetchOptions: { signal: controllers[1].signal },
    };
    const call = thingsGet(coreOf(server.url), request, options);
    await vi.waitFor(() => expect(server.seen).toHaveLength(1), { timeout: 10_000 });
    controllers[which].abort(new Error("enough"));
    expect(errorOf(await call)).toMatchObject({ name: "RequestAbortedError" });
  },
);

test("either of two signals may have aborted already, and its reason is kept", () => {
  vi.stubGlobal(
    "AbortSignal",
    Object.assign(function () {}, { prototype: AbortSignal.prototype }),
  );
  const reason = new Error("before");
  const aborted = new AbortController();
  aborted.abort(reason);
  const open = new AbortController();
  expect(eitherSignal(aborted.signal, open.signal).reason).toBe(reason);
  expect(eitherSignal(open.signal, aborted.signal).reason).toBe(reason);
});

test("functions that an old library adds to every object do no harm", async () => {
  const prototype = Object.prototype as { extend?: unknown };
  prototype.extend = function () {};
  onTestFinished(() => void delete prototype.extend);
  const server = await serve(respondWith(200, { id: "t", data: { a: [1] } }));
  const core = coreOf(server.url, { apiKeyHeader: "k" });
  valueOf(await thingsGet(core, request, { headers: { "x-a": "1" }, fetchOptions: {} }));
  expect(Object.keys(server.last().headers)).not.toContain("extend");
});
