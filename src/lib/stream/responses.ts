import type { Call } from "../call/call.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { redactor } from "../call/redact.js";
import { ConnectionError } from "../errors/client.js";
import { isA, messageOf } from "../errors/base.js";
import { SDKError } from "../errors/base.js";
import { APIError } from "../errors/status.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import type { Runtime } from "../operation/client.js";
import { decodeResponse } from "../pipeline/decode.js";
import { reportIssues } from "../pipeline/response-issues.js";
import { decodeLeniently } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import { DEFAULT_MAX_RESPONSE_BYTES, DEFAULT_TIMEOUT_MS } from "../spec/defaults.js";
import { type ResponseSpec, type ResponseStatus, wrapValue } from "../spec/responses.js";
import { parseJSON } from "../web/json.js";
import { race } from "../web/race.js";
import { type StreamContext, StreamedBody } from "./body.js";
import { EventParser, type ServerSentEvent } from "./event-parser.js";
import {
  type EventStream,
  type StreamError,
  type StreamSource,
  createStream,
  settled,
} from "./event-stream.js";
import { LineParser } from "./line-parser.js";

/** How the events of a stream are read. */
export interface EventStreamOptions {
  /**
   * What the data of an event is: JSON (the default), a string, or `either`: JSON, unless only the
   * string fits the schema.
   */
  readonly data?: "text" | "either";
  /** Whether an item is the data alone, not an object with `data`, `event`, `id` and `retry`. */
  readonly flat?: boolean;
  /** The data that says that the stream is over. Defaults to `[DONE]`, if the data is JSON. */
  readonly sentinel?: string;
  /** Whether the document declares events of the type `error`. Others end the stream. */
  readonly declaresError?: boolean;
}

/** How long to wait before the stream is requested again, unless the server says so. */
const RECONNECT_MS = 1000;
const MAX_RECONNECT_MS = 30_000;

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
  const spec = streamSpec(status, "text/event-stream", (received, sending) => {
    const items = new Items(received, sending, schema);
    const parser = new EventParser(items.maxLength);
    return {
      parse: (text) => parser.push(text).map((event) => () => readEvent(items, event, options)),
      end: () => [],
      restart() {
        parser.restart();
        return parser;
      },
    };
  });
  return spec;
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
  return streamSpec(status, media, (received, sending) => {
    const items = new Items(received, sending, schema);
    const parser = new LineParser(media.endsWith("json-seq") ? "\x1e" : "\n", items.maxLength);
    const read = (line: string) => () => items.decode(line, JSON.parse);
    return {
      parse: (text) => parser.push(text).map(read),
      end: () => parser.end().map(read),
    };
  });
}

/** The end of a stream, as its sentinel says. */
const END = Symbol("end");

/** Reads the text of a stream. Items are decoded when they are asked for. */
interface Reader {
  parse(text: string): (() => unknown)[];
  end(): (() => unknown)[];
  /**
   * Forgets what the last connection did not complete, and says where to go on. Streams that cannot
   * be resumed have none: they would begin again.
   */
  restart?(): Pick<EventParser, "lastEventId" | "retryMs">;
}

/** What `send` passes to `wrap` besides the response. */
interface Sending {
  /** The call as the caller made it. */
  readonly call: Call;
  readonly runtime: Runtime;
}

function streamSpec(
  status: ResponseStatus,
  media: string,
  createReader: (received: ReceivedResponse, sending: Sending) => Reader,
): ResponseSpec<never, never> {
  return {
    status,
    media,
    read: "text",
    isStream: true,
    // Both are what `send` passes.
    wrap: wrapValue((_, received, sending) =>
      streamOf(
        received as ReceivedResponse,
        sending as Sending,
        createReader(received as ReceivedResponse, sending as Sending),
      ),
    ),
  };
}

function streamOf(
  received: ReceivedResponse,
  sending: Sending,
  reader: Reader,
): EventStream<unknown> {
  const { call } = sending;
  const source = new TextSource(received, sending, reader);
  return createStream(
    settled(source, (cause): StreamError => {
      if (isA(cause, SDKError)) return cause as StreamError; // the SDK throws no others here
      const { status } = received.response;
      return new ResponseValidationError(
        status,
        [issue([], redactor(call)(messageOf(cause)))],
        undefined,
        { cause, body: "" },
      );
    }),
  );
}

/** The items of a body, which is requested again if it is cut and the caller wants that. */
class TextSource implements StreamSource<unknown> {
  readonly #sending: Sending;
  readonly #context: StreamContext;
  readonly #reader: Reader;
  #body: StreamedBody;
  #decoder = new TextDecoder();
  #waiting: (() => unknown)[] = [];
  /** The position of the next item. Taking items off the front would be quadratic. */
  #position = 0;
  #isOver = false;
  #empty = 0;

  constructor({ response }: ReceivedResponse, sending: Sending, reader: Reader) {
    const { call, runtime } = sending;
    const { timeoutMs = runtime.settings.options.timeoutMs ?? DEFAULT_TIMEOUT_MS } = call.options;
    this.#sending = sending;
    this.#context = {
      call,
      timeoutMs: timeoutMs > 0 && timeoutMs < Infinity ? timeoutMs : undefined,
    };
    this.#reader = reader;
    this.#body = new StreamedBody(response.body, this.#context);
  }

  async next(): Promise<unknown> {
    for (;;) {
      const read = this.#waiting[this.#position];
      if (read) {
        this.#position += 1;
        this.#empty = 0;
        const item = read();
        if (item !== END) return item;
        this.close();
        return undefined;
      }
      if (this.#isClosed()) return undefined;
      this.#position = 0;
      this.#waiting = [];
      await this.#readMore();
    }
  }

  close(): void {
    this.#isOver = true;
    this.#waiting = [];
    this.#body.close();
  }

  /** A function, because it changes while a promise is awaited. */
  #isClosed(): boolean {
    return this.#isOver;
  }

  async #readMore(): Promise<void> {
    try {
      const bytes = await this.#body.read();
      if (bytes) this.#waiting = this.#reader.parse(this.#decoder.decode(bytes, { stream: true }));
      else if (!this.#isClosed() && !(await this.#reconnected())) {
        // A stream that was closed meanwhile has no rest.
        if (!this.#isClosed()) this.#waiting = this.#reader.end();
        this.#isOver = true;
      }
    } catch (cause) {
      if (!isA(cause, ConnectionError) || !(await this.#reconnected())) throw cause;
    }
  }

  /** Requests the rest of the stream, if the caller wants that and it is safe. */
  async #reconnected(): Promise<boolean> {
    const { call, runtime } = this.#sending;
    if (this.#isClosed() || !this.#reader.restart) return false;
    if (!call.options.reconnect || !call.idempotent) return false;
    const { lastEventId, retryMs = RECONNECT_MS } = this.#reader.restart();
    // Twice as long after each connection that brought nothing.
    const delay = Math.min(retryMs * 2 ** this.#empty++, MAX_RECONNECT_MS);
    await race(delay, call.signal, (aborted) => aborted);
    if (this.#isClosed()) return false;
    const headers = { ...call.headers, ...(lastEventId && { "last-event-id": utf8(lastEventId) }) };
    const again = await runtime.run({ ...call, headers });
    if (!again.ok) throw again.error;
    const { response, spec } = again.value;
    if (response.status === 204) this.#isOver = true; // the server says that nothing more will come
    if (!spec?.isStream || !response.body) return this.#isClosed();
    this.#decoder = new TextDecoder();
    this.#body = new StreamedBody(response.body, this.#context);
    if (this.#isClosed()) this.#body.close();
    return true;
  }
}

/** A string of the UTF-8 bytes of another, as header fields need them. */
function utf8(value: string): string {
  return String.fromCharCode(...new TextEncoder().encode(value));
}

/** Decodes the items of a response. */
class Items {
  readonly maxLength: number;
  readonly #received: ReceivedResponse;
  readonly #sending: Sending;
  readonly #schema: Schema<unknown> | undefined;

  constructor(received: ReceivedResponse, sending: Sending, schema: Schema<unknown> | undefined) {
    const { options } = sending.runtime.settings;
    const { maxResponseBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES } =
      sending.call.options;
    this.maxLength = maxResponseBytes || Infinity;
    this.#received = received;
    this.#sending = sending;
    this.#schema = schema;
  }

  /** Whether a value fits the schema as it is. */
  fits(value: unknown): boolean {
    return !this.#schema || decodeLeniently(this.#schema, value, false).issues.length === 0;
  }

  decode(content: string, parse: (text: string) => unknown): unknown {
    const schema = this.#schema;
    if (!schema) return parse(content);
    const { call, runtime } = this.#sending;
    const { settings } = runtime;
    const validation = call.options.responseValidation ?? settings.options.responseValidation;
    const spec = { status: 200, media: undefined, read: "json", schema, parse } as const;
    const received = { ...this.#received, content, spec };
    const { result, issues } = decodeResponse(received, validation === "strict");
    if (issues) reportIssues(issues, received, settings);
    if (result.ok) return result.value;
    throw result.error as Error; // of `decodeResponse`
  }

  /** The error that an event says. */
  error(body: string): APIError {
    const { response } = this.#received;
    const redact = redactor(this.#sending.call);
    const json = parseJSON(body);
    return new APIError({ response, body, json, retryable: false, redact });
  }
}

function readEvent(items: Items, event: ServerSentEvent, options: EventStreamOptions): unknown {
  const { data: text } = event;
  const { data: kind, flat = false, sentinel = kind === "text" ? undefined : "[DONE]" } = options;
  if (text === sentinel) return END;
  if (event.event === "error" && !options.declaresError) throw items.error(text);
  const whole = (data: unknown): unknown => (flat ? data : { ...event, data });
  const json = kind === "text" ? undefined : parseJSON(text);
  const parsed = json === undefined ? text : json; // which may be null
  const value =
    kind === "either" && !items.fits(whole(parsed)) && items.fits(whole(text)) ? text : parsed;
  return items.decode(text, () => whole(value));
}
