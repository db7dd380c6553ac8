import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import type { Handler } from "../call/middleware.js";
import type { AttemptResult } from "../call/received-response.js";
import { err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import { SDKError, isA, rootCause, messageOf } from "../errors/base.js";
import { ConnectionError, RequestTimeoutError, UnexpectedClientError } from "../errors/client.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import type { AttemptController } from "../transport/http-client.js";
import { aborted } from "../transport/network.js";
import { race } from "../web/race.js";
import { readPrefix } from "../web/body.js";
import type { TransportResponse } from "../web/transport-response.js";
import { matchResponse } from "./decode.js";
import type { Settings } from "./settings.js";
import { sign } from "./sign.js";

/** How long an attempt may take where nobody says, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 60_000;

/** How much is read of the body of an error, in octets: what nobody asked for may be of any size. */
const MAX_ERROR_BYTES = 1_000_000;

type Body = Pick<TransportResponse, "text" | "arrayBuffer"> & { readonly size?: number };

/**
 * One attempt: sign, send, read the body, all before the deadline. The promise settles at the deadline or the abort even if a
 * middleware, a credential callback or a transport takes no notice of the signal.
 */
export function attempt(
  call: Call,
  settings: Settings,
  next: Handler,
  makeController: () => AttemptController,
): Promise<AttemptResult> {
  const timeoutMs = call.options.timeoutMs ?? settings.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const limit = timeoutMs > 0 && timeoutMs < Infinity ? timeoutMs : undefined;
  const { signal } = call;
  if (limit === undefined && signal === undefined) return sendAttempt(call, settings, next);
  const controller = makeController();
  return race<AttemptResult>(
    limit,
    signal,
    (ended) => {
      const error = ended
        ? aborted(signal)
        : new RequestTimeoutError(`No complete answer within ${timeoutMs} ms (timeoutMs)`);
      // A callback that hangs is not waited for again.
      if (!ended) settings.pendingCredentials.clear();
      controller.abort(error);
      return err(error);
    },
    () => sendAttempt({ ...call, signal: controller.signal }, settings, next),
  );
}

async function sendAttempt(call: Call, settings: Settings, next: Handler): Promise<AttemptResult> {
  let failing = "A credential callback failed";
  let sent = call;
  try {
    const signing = sign(call, settings);
    sent = signing instanceof Promise ? await signing : signing;
    failing = "A middleware failed";
    const handled = await next(sent);
    if (!handled.ok) throw handled.error;
    const reply = handled.value;
    if (reply.bodyUsed) throw new TypeError("it, or a hook, read the body, not a clone()");
    const answer = matchResponse(call.operation, reply);
    failing = "";
    const asked = answer?.media && !answer.error;
    const limit = call.options.maxResponseBytes ?? settings.options.maxResponseBytes ?? 0;
    const most = asked ? limit : MAX_ERROR_BYTES;
    // (Looked at last, because a transport may make a stream for that.)
    const body: Body = most > 0 && reply.body ? await readPrefix(reply.body, most) : reply;
    if (asked && body.size && body.size > most)
      throw new ResponseValidationError(
        reply.status,
        [issue([], `expected at most ${most} bytes (maxResponseBytes)`)],
        undefined,
      );
    const content =
      answer?.read === "bytes" ? new Uint8Array(await body.arrayBuffer()) : await body.text();
    return ok({ call: sent, response: reply, spec: answer, content });
  } catch (cause) {
    // Errors of our own stay what they are; others were thrown by code that was handed to us, or by a broken connection.
    if (isA(cause, SDKError)) return err(cause as ClientError); // the SDK throws no others here
    const [text, code] = failing ? [messageOf(cause)] : rootCause(cause);
    const Failure = failing ? UnexpectedClientError : ConnectionError;
    failing ||= "The connection broke inside the body";
    return err(new Failure(`${failing}: ${redactor(sent)(text)}`, { cause, code }));
  }
}
