import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import { SDKError, isA, messageOf } from "../errors/base.js";
import { UnexpectedClientError } from "../errors/client.js";

/**
 * Runs a hook. Throws what it throws or returns as an error: our own errors as they are, any other
 * as an {@link UnexpectedClientError} that names the hook, with secrets redacted.
 */
export async function runHook(call: Call, name: string, hook: () => unknown): Promise<unknown> {
  let returned: unknown;
  try {
    returned = await hook();
  } catch (cause) {
    throw hookError(call, name, cause);
  }
  if (isA(returned, Error)) throw hookError(call, name, returned);
  return returned;
}

/** The error with which a hook ends a call. */
export function hookError(
  call: Pick<Call, "secrets" | "headers">,
  name: string,
  cause: unknown,
): Error {
  if (isA(cause, SDKError)) return cause;
  const message = `Unexpected error in ${name} hook: ${redactor(call)(messageOf(cause))}`;
  return new UnexpectedClientError(message, { cause });
}

/** The error of a hook that returned something else than it may. */
export function unexpectedReturn(
  call: Call,
  name: string,
  expected: string,
  value: unknown,
): Error {
  const received = value === null ? "null" : typeof value;
  return hookError(call, name, new TypeError(`expected ${expected}, received ${received}`));
}

/** Whether a hook returned nothing, to leave things as they are. */
export function isNothing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Whether a value is a response, also one of another realm or a polyfill. Never throws. */
export function isResponse(value: unknown): value is Response {
  try {
    const { status, headers } = Object(value) as Partial<Response>;
    return typeof status === "number" && typeof headers?.get === "function";
  } catch {
    return false;
  }
}

/** Whether a value is a request, also one of another realm or a polyfill. Never throws. */
export function isRequest(value: unknown): value is Request {
  try {
    const { url, headers } = Object(value) as Partial<Request>;
    return typeof url === "string" && typeof headers?.get === "function";
  } catch {
    return false;
  }
}
