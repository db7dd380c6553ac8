import { isObject } from "../schema/base.js";
import { SECRET_MEMBER } from "../web/secret-names.js";
import type { TransportResponse } from "../web/transport-response.js";
import { SDKError, hide } from "./base.js";
import { type ErrorKind, kindOfStatus } from "./kind.js";
import { type RateLimit, rateLimitIn } from "./rate-limit.js";

/** An error response whose body has been read: the argument of every error class for statuses. */
export interface ErrorResponse {
  /** The response from the transport. */
  readonly response: TransportResponse;
  /** The body as a string, up to 65,536 characters. */
  readonly body: string;
  /** The parsed body, if it is JSON. */
  readonly json?: unknown;
  /** The error's `retryable`. Defaults to `false`. */
  readonly retryable?: boolean;
  /** Removes secrets from a string before it becomes part of a message. */
  readonly redact: (value: string) => string;
}

/**
 * The base class of every error response, and the class of those that the document does not
 * declare. Subclasses have a `name` of their own.
 */
export class APIError<Name extends string = "APIError"> extends SDKError {
  // Subclasses, which alone have another name, set it themselves.
  override readonly name = "APIError" as Name;
  static override get _name(): string {
    return "APIError";
  }
  override readonly retryable: boolean;
  /** What the error means, whatever the API. See {@link ErrorKind}. */
  override readonly kind: ErrorKind;
  /** The HTTP status code. */
  readonly statusCode: number;
  /** The `Content-Type` of the response. Empty if the server sent none. */
  readonly contentType: string;
  /** The server's request id, from the body or headers. Include it in support requests. */
  readonly requestId: string | undefined;
  /** What the server said of its rate limit, if it did. */
  declare readonly rateLimit?: RateLimit;
  /** The headers of the response. Not shown when the error is logged. */
  declare readonly headers: TransportResponse["headers"];
  /** The body as a string, up to 65,536 characters. Not shown when the error is logged. */
  declare readonly body: string;
  /** The response from the transport, its body already read. Not shown when the error is logged. */
  declare readonly rawResponse: TransportResponse;

  constructor(errorResponse: ErrorResponse) {
    const { response, body, json, redact } = errorResponse;
    const { headers } = response;
    const contentType = headers.get("content-type") ?? "";
    super(statusMessage(errorResponse, contentType));
    const requestId = requestIdOf(headers, json);
    this.retryable = errorResponse.retryable ?? false;
    this.kind = kindOfStatus(response.status);
    this.statusCode = response.status;
    this.contentType = redact(contentType);
    const rateLimit = rateLimitIn(headers);
    if (rateLimit) this.rateLimit = rateLimit;
    this.requestId = requestId && redact(requestId);
    hide(this, { headers, body, rawResponse: response });
  }
}

/**
 * An error response whose body the document declares. The members of the body are members of the
 * error too, except those whose names the error itself uses. `data$` holds the whole body,
 * including members that the SDK does not know.
 */
export abstract class TypedError<Data> extends APIError<string> {
  static override get _name(): string {
    return "TypedError";
  }

  abstract override readonly name: string;
  /** The body. Not shown when the error is logged. */
  declare readonly data$: Data;

  constructor(errorResponse: ErrorResponse, data: Data) {
    super(errorResponse);
    const { redact } = errorResponse;
    hide(this, { data$: data });
    if (!isObject(data)) return;
    for (const [key, value] of Object.entries(data)) {
      if (key in this || value === undefined || redact(key) !== key) continue;
      // Scalars are shown in logs, unless their names say that they are secret. Nested values may
      // echo what was sent, so they are hidden.
      const isShown = typeof value !== "object" && !SECRET_MEMBER.test(key);
      if (isShown && redact(`${value}`) === `${value}`)
        (this as Record<string, unknown>)[key] = value; // declared by the generated interface
      else hide(this, { [key]: value });
    }
  }
}

/** The members of a problem document (RFC 9457). `data$` holds all members, including others. */
export interface Problem {
  /** A URI that identifies the type of problem; `about:blank` if the status says it all. */
  type?: string | undefined;
  /** A short summary of the type of problem. */
  title?: string | undefined;
  /** The HTTP status as the body states it. */
  status?: number | undefined;
  /** An explanation of this occurrence of the problem. */
  detail?: string | undefined;
  /** A URI that identifies this occurrence of the problem. */
  instance?: string | undefined;
  [member: string]: unknown;
}

/** The standard members of problem documents (RFC 9457), as members of the error. */
export interface APIProblem {
  /** A URI that identifies the type of problem. */
  readonly type?: string;
  /** A short summary of the type of problem. */
  readonly title?: string;
  /** The status as the body states it. `statusCode` is the one of the response. */
  readonly status?: number;
  /** An explanation of this occurrence of the problem. */
  readonly detail?: string;
  /** A URI that identifies this occurrence of the problem. */
  readonly instance?: string;
}

/**
 * An error response with a problem document (`application/problem+json`) for which the operation
 * declares no type of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class APIProblem extends TypedError<Problem> {
  override readonly name = "APIProblem";
  static override get _name(): string {
    return "APIProblem";
  }
}

/** The class of a declared error. */
export type TypedErrorClass<Data, E> = new (errorResponse: ErrorResponse, data: Data) => E;

/** `404 Not Found: the server's explanation` */
function statusMessage(
  { response, body, json, redact }: ErrorResponse,
  contentType: string,
): string {
  const status = redact(`${response.status} ${response.statusText}`.trim());
  const details = redact(explanationIn(json, MAX_EXPLANATION_DEPTH) || excerpt(contentType, body));
  const isTooLong = details.length > MAX_EXPLANATION_LENGTH;
  return `${status}${details && ": "}${isTooLong ? `${details.slice(0, MAX_EXPLANATION_LENGTH)}...` : details}`;
}

/**
 * The maximum length of an explanation in a message, in characters, and where it is searched for.
 */
const MAX_EXPLANATION_LENGTH = 500;
const MAX_EXPLANATION_DEPTH = 5;

/**
 * Finds the explanation in an error body, wherever the API puts it: `causes`, `detail` and `remedy`
 * of a problem document, `error` or `message`, or a list of `errors` or `issues`.
 */
function explanationIn(json: unknown, depth: number): string {
  const inner = (value: unknown): string => explanationIn(value, depth - 1);
  if (typeof json === "string") return json;
  if (Array.isArray(json)) return json.slice(0, 3).map(inner).filter(Boolean).join("; ");
  if (!isObject(json) || !depth) return "";
  const { causes, detail, message, error, title, code, errors, issues, remedy, name } = json;
  const explanation =
    [causes, detail, message, error, title, code, errors].map(inner).find(Boolean) ?? "";
  const named = typeof name === "string" && explanation ? `${name}: ${explanation}` : explanation;
  const details = inner(issues);
  // Issues are more precise. An explanation that they repeat is left out.
  return [details.includes(named) ? "" : named, details, inner(remedy)].filter(Boolean).join(" - ");
}

function excerpt(contentType: string, body: string): string {
  const trimmed = body.trim();
  return trimmed[0] === "<" || contentType.includes("html") ? "not JSON (see error.body)" : trimmed;
}

function requestIdOf(headers: TransportResponse["headers"], json: unknown): string | undefined {
  const fromBody = isObject(json) && (json["requestId"] ?? json["correlationId"]);
  if (typeof fromBody === "string") return fromBody;
  return headers.get("x-request-id") ?? headers.get("request-id") ?? undefined;
}
