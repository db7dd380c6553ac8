/**
 * Feeds both transports with responses whose bytes are cut, appended, split, duplicated, reordered
 * and flipped. Whatever arrives, a call ends in time, with an error or with what the server sent.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HTTPClient } from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { fixedRuns } from "../support/runs.js";
import { expectNothingUnhandled } from "../support/unhandled.js";
import { tryCall } from "./try-call.js";
import { type Delivery, deliveries } from "./mutations.js";
import { type Recording, recordings } from "./recordings.js";

expectNothingUnhandled();

const named = new Map(recordings.map((recording) => [recording.name, recording]));
// Three times as often where any body is a value: only the transport notices what is missing.
const anyBody = recordings.filter(({ call }) => call === "text" || call === "bytes");
const names = [...recordings, ...anyBody, ...anyBody].map(({ name }) => name);

/** The name of a recording, and how it arrives: short enough to print. */
const cases = fc.tuple(fc.constantFrom(...names), deliveries);

/** The timeout of an attempt: for deliveries that keep the connection open for nothing. */
const TIMEOUT_MS = 100;

/** Calls at the same time: they mostly wait. */
const TOGETHER = 12;

/** The first bytes one by one, which are the head, and then pieces of a hundred. */
function inSmallPieces({ length }: Buffer): readonly number[] {
  return Array.from({ length }, (_, i) => i).filter((i) => i < 250 || i % 100 === 0);
}

describe.each([
  ["fetch", () => new HTTPClient()],
  ["NodeHTTPClient", () => new NodeHTTPClient()],
])("%s", (_, createClient) => {
  test("reads every response in one piece and in small ones", async () => {
    const tries = recordings.flatMap((recording) =>
      [[], inSmallPieces(recording.bytes)].map(async (splits) => {
        const ending = recording.untilClose ? "end" : "keep";
        const delivery: Delivery = { mutations: [], splits, isSlow: false, ending };
        const { outcome, complaints } = await tryCall(recording, delivery, createClient(), 10_000);
        expect(complaints).toEqual([]);
        expect(outcome, recording.name).toMatchObject({ ok: recording.isError !== true });
      }),
    );
    await Promise.all(tries);
  });

  test("ends every call with an error or with what the server sent", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cases, { minLength: TOGETHER, maxLength: TOGETHER }),
        async (all) => {
          const tries = all.map(async ([name, delivery]) => {
            // Every name is a key of the map.
            const recording = named.get(name) as Recording;
            const { complaints } = await tryCall(recording, delivery, createClient(), TIMEOUT_MS);
            return complaints.map((complaint) => ({ complaint, name, delivery }));
          });
          expect((await Promise.all(tries)).flat()).toEqual([]);
        },
      ),
      // Without shrinking: a call that hangs takes seconds, and a complaint has its delivery.
      { ...fixedRuns(10), endOnFailure: true },
    );
  });
});
