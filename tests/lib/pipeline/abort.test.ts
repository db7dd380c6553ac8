import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { coreOf, thingsGet, valueOf } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";
import { expectNothingUnhandled } from "../../support/unhandled.js";

expectNothingUnhandled();

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;

test("a signal that is used for many calls collects no listeners", async () => {
  const server = await serve(inTurn(respondWith(503), respondWith(200, { id: "t" })));
  const { signal } = new AbortController();
  for (let i = 0; i < 3; i++)
    valueOf(await thingsGet(coreOf(server.url), { thingId: "t" }, { signal }));
  expect(listeners(signal)).toBe(0);
});
