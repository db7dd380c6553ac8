import type { Call } from "../call/call.js";
import type { RequestOptions } from "../call/request-options.js";
import { setHeader, setHeaders } from "../spec/headers.js";
import type { Parameter, Target } from "../spec/parameters.js";
import type { CompiledOperation } from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import { SDKError, isA, messageOf } from "../errors/base.js";
import { InvalidRequestError } from "../errors/client.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import { definition, encode, read } from "../schema/base.js";
import { baseURL } from "./servers.js";
import type { Settings } from "./settings.js";

/**
 * Turns a request into the call that sends it. Pure: nothing is sent, and nothing of the caller's is changed.
 *
 * @throws SDKValidationError where the request does not fit.
 * @throws InvalidRequestError where the URL or a header cannot be sent.
 */
export function encodeCall(
  operation: CompiledOperation,
  settings: Settings,
  request: unknown,
  options: RequestOptions,
  link?: string,
): Call {
  checkTimeout(options.timeoutMs ?? settings.options.timeoutMs ?? 0);
  const { userAgent, config } = settings;
  const input = encodeRequest(operation, request);
  const values = Object(input) as Record<string, unknown>;
  const value = ({ key }: Parameter): unknown =>
    read(values, key, true) ?? (config.globals?.includes(key) ? settings.options[key] : undefined);
  const headers: Record<string, string> = { accept: operation.accept };
  if (userAgent !== undefined) setHeader(headers, "user-agent", userAgent);
  const target: Target = { query: "", headers };
  for (const parameter of operation.parameters ?? []) {
    const given = value(parameter);
    if (isPresent(given)) parameter.write?.(given, target);
  }
  const body = operation.body?.write(input, headers);
  if (isPresent(options.idempotencyKey))
    setHeader(headers, "idempotency-key", options.idempotencyKey);
  setHeaders(headers, options.fetchOptions?.headers);
  setHeaders(headers, options.headers);
  return {
    operationId: operation.id,
    method: operation.method,
    url:
      link ??
      baseURL(settings, operation, options) + buildPath(operation, value, request) + target.query,
    headers,
    body,
    signal: signalOf(options),
    attempt: 1,
    init: options.fetchOptions ?? undefined,
    secrets: [],
    operation,
    options,
    idempotent: isIdempotent(operation, values, headers),
  };
}

/** The caller's signal: where there are two, either of them ends the call. */
function signalOf({ signal, fetchOptions }: RequestOptions): AbortSignal | undefined {
  const other = fetchOptions?.signal;
  return signal && other ? AbortSignal.any([signal, other]) : signal || other || undefined;
}

/** What is no number, or NaN, would be no limit: a call could hang for ever. */
function checkTimeout(timeoutMs: number): void {
  if (Number(timeoutMs) !== timeoutMs) {
    throw new InvalidRequestError("timeoutMs: expected a number of milliseconds");
  }
}

/** The request in the form of the wire. One that is left out is empty, unless it is a body that may be absent. */
function encodeRequest({ request: of }: CompiledOperation, request: unknown): unknown {
  if (of === undefined) return {};
  const isAbsent = request === undefined && !definition(of).optional;
  const checked = encode(of, isAbsent ? {} : request);
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  return checked.value;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function buildPath(
  { template }: CompiledOperation,
  value: (p: Parameter) => unknown,
  request: unknown,
): string {
  let path = "";
  for (const piece of template) {
    if (typeof piece === "string") path += piece;
    else {
      const given = value(piece);
      const text = isPresent(given) ? piece.style(piece.name, given, encodeURIComponent) : "";
      // Dot segments would be resolved away and reach another resource (RFC 3986 section 5.2.4); an empty one as well. Some
      // servers take off what follows a semicolon first.
      if (!text || /^\.\.?(;|$)/.test(text)) {
        throw new SDKValidationError(
          [issue([piece.key], 'expected a path segment, not "", "." or ".."')],
          request,
        );
      }
      // With allowReserved as well, a value stays within its segment.
      path += text.replace(/[/?]/g, encodeURIComponent);
    }
  }
  return path;
}

/** Whether sending twice has the effect of sending once (RFC 9110 section 9.2.2). An idempotency key makes every call so. */
function isIdempotent(
  { method, notIdempotentWhen = {} }: CompiledOperation,
  values: Record<string, unknown>,
  headers: Record<string, string>,
): boolean {
  if (headers["idempotency-key"]) return true; // an empty one names no request
  if (method === "POST" || method === "PATCH") return false;
  for (const key in notIdempotentWhen)
    if (notIdempotentWhen[key]?.includes(values[key])) return false;
  return true;
}

/** What went wrong while a request was being encoded, as the error it is. */
export function encodingError(cause: unknown): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // encoding throws no others
  return new InvalidRequestError(`The request cannot be read or written: ${messageOf(cause)}`, {
    cause,
  });
}
