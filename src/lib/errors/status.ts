import { isObject } from "../schema/base.js";
import type { TransportResponse } from "../web/transport-response.js";
import { SDKError, hide } from "./base.js";

/** What is known about an answer that is an error. */
export interface ErrorResponse {
  readonly response: TransportResponse;
  /** The body as text, capped. */
  readonly body: string;
  /** The parsed body, where it is JSON. */
  readonly json?: unknown;
  /** Takes secrets out of a text before it becomes a message. */
  readonly redact: (text: string) => string;
}

abstract class StatusError extends SDKError {
  /** The HTTP status. */
  readonly statusCode: number;
  /** The media type as the server gave it; empty where it gave none. */
  readonly contentType: string;
  /** The server's name for this exchange, from the body or the usual headers; give it to its support. */
  readonly requestId: string | undefined;
  /** The headers of the answer. Not shown when the error is logged. */
  declare readonly headers: TransportResponse["headers"];
  /** The body as text, at most 64 Ki characters of it. Not shown when the error is logged. */
  declare readonly body: string;
  /** The answer as the transport gave it, its body already read. Not shown when the error is logged. */
  declare readonly rawResponse: TransportResponse;

  constructor(answer: ErrorResponse) {
    const { response: reply, body, json, redact: mask } = answer;
    const { headers } = reply;
    const type = headers.get("content-type") ?? "";
    super(statusMessage(answer, type));
    const id = requestIdOf(headers, json);
    this.statusCode = reply.status;
    this.contentType = mask(type);
    this.requestId = id && mask(id);
    hide(this, { headers, body, rawResponse: reply });
  }
}

/** An error answer that the API's description does not list, or an answer of a media type that it does not list. */
export class APIError extends StatusError {
  override readonly name = "APIError";
}

/**
 * An error answer with a body that the API describes. The members of the body are members of the error too, except
 * where the error has a member of that name itself; `data$` holds the whole body, members the SDK does not know included.
 */
export abstract class TypedError<Data> extends StatusError {
  /** The body. Not shown when the error is logged. */
  declare readonly data$: Data;

  constructor(answer: ErrorResponse, data: Data) {
    super(answer);
    const { redact: mask } = answer;
    hide(this, { data$: data });
    if (!isObject(data)) return;
    for (const [key, value] of Object.entries(data)) {
      if (key in this || value === undefined || mask(key) !== key) continue;
      // Plain facts show in logs. Nested values may echo what was sent, so they are there to be read only.
      if (typeof value !== "object" && mask(`${value}`) === `${value}`)
        (this as Record<string, unknown>)[key] = value; // a member that the generated interface names
      else hide(this, { [key]: value });
    }
  }
}

/** The members of a problem document (RFC 9457). Others are in the body as well: see `data$`. */
export interface Problem {
  /** A URI that names the kind of problem; `about:blank` where the status says it all. */
  type?: string | undefined;
  title?: string | undefined;
  status?: number | undefined;
  detail?: string | undefined;
  instance?: string | undefined;
  [member: string]: unknown;
}

/** The members that problem documents have by standard, on the error itself. */
export interface APIProblem {
  /** A URI that names the kind of problem. */
  readonly type?: string;
  readonly title?: string;
  /** The status as the body states it; trust `statusCode`. */
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

/**
 * Any error answer of `application/problem+json` that the operation does not declare with a type of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class APIProblem extends TypedError<Problem> {
  override readonly name = "APIProblem";
}

/** The class of a declared error. */
export type TypedErrorClass<Data, E> = new (answer: ErrorResponse, data: Data) => E;

/** `404 Not Found: what the server says` */
function statusMessage(
  { response: reply, body, json, redact: mask }: ErrorResponse,
  type: string,
): string {
  const status = mask(`${reply.status} ${reply.statusText}`.trim());
  // A success of the wrong type is not quoted: it may be the very token that was asked for.
  const says = mask(
    reply.status < 300
      ? `not of a declared content type but "${type}"`
      : explain(json, DEPTH) || excerpt(type, body),
  );
  return `${status}${says && ": "}${says.length > LENGTH ? `${says.slice(0, LENGTH)}...` : says}`;
}

/** How much of an explanation goes into a message, in characters, and how deep it is looked for. */
const LENGTH = 500;
const DEPTH = 5;

/**
 * The explanation in an error body, wherever APIs put it: a problem document's `causes`, `detail` and `remedy`, an
 * `error` or `message`, a list of `errors` or `issues`.
 */
function explain(json: unknown, depth: number): string {
  const within = (value: unknown): string => explain(value, depth - 1);
  if (typeof json === "string") return json;
  if (Array.isArray(json)) return json.slice(0, 3).map(within).filter(Boolean).join("; ");
  if (!isObject(json) || !depth) return "";
  const { causes, detail, message, error, title, code, errors, issues, remedy, name } = json;
  const what =
    [causes, detail, message, error, title, code, errors].map(within).find(Boolean) ?? "";
  const about = typeof name === "string" && what ? `${name}: ${what}` : what;
  const found = within(issues);
  // Issues say where as well; what they say again is said once.
  return [found.includes(about) ? "" : about, found, within(remedy)].filter(Boolean).join(" - ");
}

function excerpt(type: string, body: string): string {
  const text = body.trim();
  return text[0] === "<" || type.includes("html") ? "not JSON (see error.body)" : text;
}

function requestIdOf(headers: TransportResponse["headers"], json: unknown): string | undefined {
  const stated = isObject(json) && (json["requestId"] ?? json["correlationId"]);
  if (typeof stated === "string") return stated;
  return headers.get("x-request-id") ?? headers.get("request-id") ?? undefined;
}
