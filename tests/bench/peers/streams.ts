/**
 * The cost of a thousand events, parsed and read. Prints the us of each round.
 *
 * Both parsers keep the events. openai reads `data` alone as JSON, and so does our operation.
 */
import { createParser } from "eventsource-parser";
import { Stream } from "openai/streaming";
import {
  HTTPClient,
  type Operation,
  type ResultStream,
  eventStream,
  operation,
} from "../../../src/lib/typed.js";
import { unknown } from "../../../src/lib/typed.js";
import { EventParser, type ServerSentEvent } from "../../../src/lib/stream/event-parser.js";
import { coreOf } from "../../support/sdk.js";
import { inTurns } from "../support/rounds.js";

const [shape = "data", size = "65536", rounds = "10", slice = "40"] = process.argv.slice(2);
const COUNT = 1_000;
const prefix = shape === "data" ? "" : "event: delta\n";
const bytes = new TextEncoder().encode(
  Array.from({ length: COUNT }, (_, i) => `${prefix}data: ${json(i)}\n\n`).join(""),
);
const pieces = Array.from({ length: Math.ceil(bytes.length / Number(size)) }, (_, i) =>
  bytes.subarray(i * Number(size), (i + 1) * Number(size)),
);

/** A piece of an answer, as models send them. */
function json(i: number): string {
  const choices = [{ index: 0, delta: { content: `word${i}` }, finish_reason: null }];
  return JSON.stringify({ id: `c-${i}`, object: "chunk", created: 1_700_000_000, choices });
}

function response(): Response {
  const left = pieces.values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = left.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

function check(count: number): void {
  if (count !== COUNT) throw new Error(`${count} events`);
}

const follow: Operation<void, ResultStream<unknown>> = operation(() => ({
  id: "follow",
  method: "GET",
  path: "/events",
  responses: [eventStream(200, unknown, { flat: true })],
}));
const httpClient = new HTTPClient({ fetcher: () => Promise.resolve(response()) });
const core = coreOf("https://api.example.com", { httpClient });

const result = await inTurns(
  {
    ours(times) {
      for (let i = 0; i < times; i++) {
        const events: ServerSentEvent[] = [];
        const decoder = new TextDecoder();
        const parser = new EventParser();
        for (const piece of pieces) {
          parser.push(decoder.decode(piece, { stream: true }));
          for (let event; (event = parser.next());) events.push(event);
        }
        check(events.length);
      }
    },
    parser(times) {
      for (let i = 0; i < times; i++) {
        const events: unknown[] = [];
        const decoder = new TextDecoder();
        const parser = createParser({ onEvent: (event) => void events.push(event) });
        for (const piece of pieces) parser.feed(decoder.decode(piece, { stream: true }));
        check(events.length);
      }
    },
    async response(times) {
      for (let i = 0; i < times; i++) {
        let count = 0;
        const found = await follow(core, undefined);
        if (!found.ok) throw found.error;
        for await (const each of found.value) if (each.ok) count += 1;
        check(count);
      }
    },
    async openai(times) {
      for (let i = 0; i < times; i++) {
        let count = 0;
        for await (const _ of Stream.fromSSEResponse(response(), new AbortController())) count += 1;
        check(count);
      }
    },
  },
  { rounds: Number(rounds), slice: Number(slice), warmUp: 400 },
);
console.log(JSON.stringify(result));
