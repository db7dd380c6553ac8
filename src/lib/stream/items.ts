import type { ReceivedResponse } from "../call/received-response.js";
import { redactor } from "../call/redact.js";
import { APIError } from "../errors/status.js";
import { decodeResponse } from "../pipeline/decode.js";
import { reportIssues } from "../pipeline/response-issues.js";
import { decodeLeniently } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import { parseJSON } from "../web/json.js";
import type { Sending } from "./body.js";
import type { ServerSentEvent } from "./event-parser.js";
import { END } from "./text-source.js";

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

/** Decodes the items of a response. */
export class Items {
  readonly #received: ReceivedResponse;
  readonly #sending: Sending;
  readonly #schema: Schema<unknown> | undefined;

  constructor(received: ReceivedResponse, sending: Sending, schema: Schema<unknown> | undefined) {
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

/** Decodes an event, unless it says that the stream is over. */
export function readEvent(
  items: Items,
  event: ServerSentEvent,
  options: EventStreamOptions,
): unknown {
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
