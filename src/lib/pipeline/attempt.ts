import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import type { Handler } from "../call/middleware.js";
import type { AttemptResult } from "../call/received-response.js";
import { err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import { SDKError, isA, rootCause, messageOf } from "../errors/base.js";
import { ConnectionError, RequestTimeoutError, UnexpectedClientError } from "../errors/client.js";
import { DEFAULT_MAX_RESPONSE_BYTES, DEFAULT_TIMEOUT_MS } from "../spec/defaults.js";
import type { AttemptController } from "../transport/transport.js";
import { abortError } from "../transport/network.js";
import { parseJSON } from "../web/json.js";
import { race } from "../web/race.js";
import { contentTypeOf } from "./content-type.js";
import { limitOf } from "./limits.js";
import { matchResponse } from "./match-response.js";
import { readContent } from "./read-content.js";
import type { Settings } from "./settings.js";
import { sign } from "./sign.js";

/**
 * Makes one attempt: signs the call, sends it and reads the body, all before the timeout. The
 * promise settles on timeout or abort even if a middleware, a credential callback or a transport
 * ignores the signal.
 */
export function attempt(
  call: Call,
  settings: Settings,
  next: Handler,
  createController: () => AttemptController,
): Promise<AttemptResult> {
  const timeoutMs = limitOf(call, settings, "timeoutMs", DEFAULT_TIMEOUT_MS);
  const { signal } = call;
  if (timeoutMs === Infinity && signal === undefined) return sendAttempt(call, settings, next);
  const controller = (call.progress.controller = createController());
  return race<AttemptResult>(
    timeoutMs,
    signal,
    (aborted) => {
      const error = aborted
        ? abortError(signal)
        : new RequestTimeoutError(`Request timed out after ${timeoutMs} ms (timeoutMs)`);
      controller.abort(error);
      return err(error);
    },
    () => sendAttempt({ ...call, signal: controller.signal }, settings, next),
  );
}

/** The code of the caller that is running, which is to blame if anything throws. */
type CallerCode = "credential callback" | "middleware" | undefined;

async function sendAttempt(call: Call, settings: Settings, next: Handler): Promise<AttemptResult> {
  let running: CallerCode = "credential callback";
  let sent = call;
  try {
    const signed = sign(call, settings);
    sent = signed instanceof Promise ? await signed : signed;
    running = "middleware";
    const handled = await next(sent);
    // Thrown and not returned, because a middleware may return anything as an error.
    if (!handled.ok) throw handled.error;
    const response = handled.value;
    if (response.bodyUsed) throw new TypeError("the body was read; read a clone() instead");
    const { media, charset } = contentTypeOf(response);
    const spec = matchResponse(call.operation, response.status, media);
    running = undefined;
    const maxBytes = limitOf(call, settings, "maxResponseBytes", DEFAULT_MAX_RESPONSE_BYTES);
    const content =
      sent.progress.takeResponse?.(response) || spec?.isStream
        ? ""
        : await readContent(sent, response, spec, charset, maxBytes);
    const json = spec && !spec.error ? undefined : parseJSON(content);
    return ok({ call: sent, response, media, spec, content, json });
  } catch (cause) {
    return err(attemptError(cause, sent, running));
  }
}

/**
 * The error of an attempt. Our own errors stay as they are. Others were thrown by the caller's code
 * or by a broken connection.
 */
function attemptError(cause: unknown, call: Call, running: CallerCode): ClientError {
  if (isA(cause, SDKError)) return cause as ClientError; // the SDK throws no others here
  const redact = redactor(call);
  if (running) {
    const message = `Unexpected error in ${running}: ${redact(messageOf(cause))}`;
    return new UnexpectedClientError(message, { cause });
  }
  const [reason, code] = rootCause(cause);
  const message = `Connection closed while reading the response body: ${redact(reason)}`;
  return new ConnectionError(message, { cause, code });
}
