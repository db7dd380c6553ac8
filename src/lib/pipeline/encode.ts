import type { Call } from "../call/call.js";
import type { RequestOptions } from "../call/request-options.js";
import type { ContentTypeOptions } from "../spec/content-types.js";
import { setHeader, setHeaders } from "../spec/headers.js";
import type { Parameter, Target } from "../spec/parameters.js";
import type { CompiledOperation } from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import { SDKError, isA, messageOf } from "../errors/base.js";
import { InvalidRequestError } from "../errors/client.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import { definition, encode, read } from "../schema/base.js";
import { eitherSignal } from "../web/signals.js";
import { baseURL } from "./servers.js";
import type { Settings } from "./settings.js";

/**
 * Encodes a request as a call. Sends nothing and never modifies the caller's objects.
 *
 * @throws SDKValidationError if the request is invalid.
 * @throws InvalidRequestError if the URL or a header cannot be sent.
 */
export function encodeCall(
  operation: CompiledOperation,
  settings: Settings,
  request: unknown,
  options: RequestOptions & ContentTypeOptions,
  link?: string,
): Call {
  checkOptions(options, settings);
  const { userAgent, config } = settings;
  const encoded = encodeRequest(operation, request);
  const members = Object(encoded) as Record<string, unknown>;
  const valueOf = ({ key }: Parameter): unknown =>
    read(members, key, true) ?? (config.globals?.includes(key) ? settings.options[key] : undefined);
  const headers: Record<string, string> = { accept: operation.accept(options, encoded) };
  if (userAgent !== undefined) setHeader(headers, "user-agent", userAgent);
  const target: Target = { query: "", headers };
  const write: WriteParameter = (parameter) => {
    const value = valueOf(parameter);
    try {
      if (!isPresent(value)) return undefined;
      if (!parameter.write) return parameter.style(parameter.name, value, encodeURIComponent);
      parameter.write(value, target);
      return undefined;
    } catch (cause) {
      const message = messageOf(cause);
      // Otherwise the style cannot express the value.
      if (!message.startsWith("expected ")) throw cause;
      throw new SDKValidationError([issue([parameter.key], message)], request);
    }
  };
  for (const parameter of operation.parameters ?? []) if (parameter.write) write(parameter);
  const body = operation.body?.write(encoded, headers, options, settings);
  const { "content-type": contentType } = headers;
  const { header = "idempotency-key", make } = operation.idempotencyKey ?? {};
  const key = options.idempotencyKey ?? make?.();
  if (isPresent(key)) setHeader(headers, header, key);
  setHeaders(headers, options.fetchOptions?.headers);
  setHeaders(headers, options.headers);
  if (body) operation.body?.finish?.(headers, contentType);
  return {
    operationId: operation.id,
    method: operation.method,
    url:
      link ??
      baseURL(settings, operation, options) + encodePath(operation, write, request) + target.query,
    headers,
    body,
    signal: signalOf(options),
    attempt: 1,
    init: options.fetchOptions ?? undefined,
    secrets: [],
    operation,
    options,
    progress: {},
    idempotent: isIdempotent(operation, members, headers[header]),
  };
}

/** The caller's signal. If there are two, either of them aborts the call. */
function signalOf({ signal, fetchOptions }: RequestOptions): AbortSignal | undefined {
  const other = fetchOptions?.signal;
  return signal && other ? eitherSignal(signal, other) : signal || other || undefined;
}

/** Rejects anything but a number. It would disable the timeout, and a call could hang forever. */
function checkOptions({ timeoutMs, retryCodes }: RequestOptions, { options }: Settings): void {
  const timeout = timeoutMs ?? options.timeoutMs ?? 0;
  if (Number(timeout) !== timeout)
    throw new InvalidRequestError("timeoutMs: expected a number of milliseconds");
  if (!Array.isArray(retryCodes ?? []))
    throw new InvalidRequestError("retryCodes: expected an array of statuses");
}

/** Encodes the request to wire form. A missing request is empty, unless it is an optional body. */
function encodeRequest({ request: schema, open }: CompiledOperation, request: unknown): unknown {
  if (schema === undefined) return {};
  const isMissing = request === undefined && !definition(schema).optional;
  const encoded = encode(schema, isMissing ? {} : request, open);
  if (!encoded.ok) throw new SDKValidationError(encoded.issues, request);
  return encoded.value;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Writes a parameter, unless it has no value. Returns the segment of a path parameter. */
type WriteParameter = (parameter: Parameter) => string | undefined;

function encodePath(
  { template }: CompiledOperation,
  write: WriteParameter,
  request: unknown,
): string {
  let path = "";
  for (const piece of template) {
    if (typeof piece === "string") path += piece;
    else {
      const segment = write(piece);
      // URL parsers remove dot segments, which would change the resource (RFC 3986 section 5.2.4);
      // so would an empty segment. Some servers first remove what follows a semicolon.
      if (!segment || /^\.\.?(;|$)/.test(segment)) {
        throw new SDKValidationError(
          [issue([piece.key], 'expected a path segment, not "", "." or ".."')],
          request,
        );
      }
      // A value stays within its segment, even with `allowReserved`.
      path += /[/?]/.test(segment) ? segment.replace(/[/?]/g, encodeURIComponent) : segment;
    }
  }
  return path;
}

/**
 * Whether sending the call twice has the effect of sending it once (RFC 9110 section 9.2.2). True
 * for every call with an idempotency key.
 */
function isIdempotent(
  { idempotent, notIdempotentWhen }: CompiledOperation,
  members: Record<string, unknown>,
  key: string | undefined,
): boolean {
  if (key) return true; // an empty key identifies nothing
  for (const name in notIdempotentWhen)
    if (notIdempotentWhen[name]?.includes(members[name])) return false;
  return idempotent;
}

/** The error of a call that could not be encoded. */
export function encodingError(cause: unknown): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // encoding throws no others
  // Engines quote values, which may be secrets, in most messages, but not about a lone surrogate.
  const reason = isA(cause, URIError) ? `: ${cause.message}` : " (see error.cause)";
  return new InvalidRequestError(`Request could not be encoded${reason}`, { cause });
}
