import type { ReceivedResponse } from "../call/received-response.js";
import { redactor } from "../call/redact.js";
import { SDKError, isA, messageOf } from "../errors/base.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { limitOf } from "../pipeline/limits.js";
import type { Schema } from "../schema/types.js";
import { DEFAULT_MAX_RESPONSE_BYTES } from "../spec/defaults.js";
import { type ResponseSpec, type ResponseStatus, wrapValue } from "../spec/responses.js";
import type { Sending } from "./body.js";
import { EventParser } from "./event-parser.js";
import { type EventStream, type StreamError, createStream, settled } from "./event-stream.js";
import { type EventStreamOptions, Items, readEvent } from "./items.js";
import { LineParser } from "./line-parser.js";
import { type Reader, TextSource } from "./text-source.js";

/**
 * A success that is a stream of server-sent events. Its value is an {@link EventStream} of results.
 *
 * @param schema - The schema of an item. Without one, an item is a {@link ServerSentEvent}.
 */
export function eventStream(
  status: ResponseStatus,
  schema?: Schema<unknown>,
  // Without a schema, the data is what came.
  options: EventStreamOptions = schema ? {} : { data: "text" },
): ResponseSpec<never, never> {
  return streamSpec(status, "text/event-stream", schema, (items, maxLength) => {
    const parser = new EventParser(maxLength);
    return {
      push: (text) => parser.push(text),
      next() {
        const event = parser.next();
        return event && readEvent(items, event, options);
      },
      // The standard says that an event without an end is none.
      end() {},
      restart() {
        parser.restart();
        return parser;
      },
    };
  });
}

/**
 * A success that is a sequence of JSON values: JSON Lines, NDJSON or JSON text sequences. Its value
 * is an {@link EventStream} of results.
 *
 * @param schema - The schema of a value.
 */
export function jsonLines(
  status: ResponseStatus,
  schema: Schema<unknown>,
  media: string,
): ResponseSpec<never, never> {
  return streamSpec(status, media, schema, (items, maxLength) => {
    const parser = new LineParser(media.endsWith("json-seq") ? "\x1e" : "\n", maxLength);
    return {
      push: (text) => parser.push(text),
      next() {
        const line = parser.next();
        return line === undefined ? undefined : items.decode(line, JSON.parse);
      },
      end: () => parser.end(),
    };
  });
}

/** @param createReader - Creates what reads a body, whose items have a length that is limited. */
function streamSpec(
  status: ResponseStatus,
  media: string,
  schema: Schema<unknown> | undefined,
  createReader: (items: Items, maxLength: number) => Reader,
): ResponseSpec<never, never> {
  return {
    status,
    media,
    read: "text",
    isStream: true,
    wrap: wrapValue((_, response, sent) => {
      // Both are what `send` passes.
      const received = response as ReceivedResponse;
      const sending = sent as Sending;
      const { call, runtime } = sending;
      const usual = DEFAULT_MAX_RESPONSE_BYTES;
      const maxLength = limitOf(call, runtime.settings, "maxResponseBytes", usual);
      const items = new Items(received, sending, schema);
      return streamOf(received, sending, createReader(items, maxLength));
    }),
  };
}

function streamOf(
  received: ReceivedResponse,
  sending: Sending,
  reader: Reader,
): EventStream<unknown> {
  return createStream(
    settled(new TextSource(received, sending, reader), (cause): StreamError => {
      if (isA(cause, SDKError)) return cause as StreamError; // the SDK throws no others here
      const { status } = received.response;
      const message = redactor(sending.call)(messageOf(cause));
      return new ResponseValidationError(status, [issue([], message)], undefined, {
        cause,
        body: "",
      });
    }),
  );
}
