import type { Call } from "./call.js";
import { runtimeOf } from "./client.js";
import { answerFor } from "./decode.js";
import { SDKError, textOf } from "./errors/base.js";
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
  UnexpectedClientError,
} from "./errors/client.js";
import type { ClientError } from "./errors.js";
import type { Handler } from "./middleware.js";
import { type Result, err, ok } from "./result.js";
import { sign } from "./sign.js";
import type { Reply } from "./transport.js";

/** An answer with its body. */
export interface Received {
  /** The call as it was sent. */
  readonly call: Call;
  readonly reply: Reply;
  readonly content: string | Uint8Array;
}

/** How long an attempt may take where nobody says, in milliseconds. */
const DEFAULT_TIMEOUT = 60_000;
/** The longest that timers can wait. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * One attempt: sign, send, read the body, all before the deadline. The promise settles at the deadline or the abort even if a
 * middleware, a credential callback or a transport takes no notice of the signal.
 */
export function attempt(call: Call, next: Handler): Promise<Result<Received, ClientError>> {
  const timeoutMs =
    call.options.timeoutMs ?? runtimeOf(call.client).options.timeoutMs ?? DEFAULT_TIMEOUT;
  const limited = timeoutMs > 0 && timeoutMs < Infinity;
  const { signal } = call;
  if (signal?.aborted) return Promise.resolve(err(aborted(signal)));
  if (!limited && signal === undefined) return exchange(call, next);

  return new Promise((resolve) => {
    const controller = new AbortController();
    const settle = (result: Result<Received, ClientError>): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(result);
    };
    const stop = (error: ClientError, reason: unknown): void => {
      settle(err(error));
      controller.abort(reason);
    };
    const onAbort = (): void => {
      if (signal !== undefined) stop(aborted(signal), signal.reason);
    };
    const onTime = (): void => {
      const error = new RequestTimeoutError(
        `No complete answer within ${timeoutMs} ms (timeoutMs)`,
      );
      stop(error, error);
    };
    const timer = limited ? setTimeout(onTime, Math.min(timeoutMs, LONGEST_TIMER)) : undefined;
    signal?.addEventListener("abort", onAbort, { once: true });
    void exchange({ ...call, signal: controller.signal }, next).then(settle);
  });
}

/** The error of a call that its caller ended. */
export function aborted(signal: AbortSignal | undefined): RequestAbortedError {
  return new RequestAbortedError("The call was aborted by its signal", { cause: signal?.reason });
}

/** Never rejects. */
async function exchange(call: Call, next: Handler): Promise<Result<Received, ClientError>> {
  let signed = call;
  try {
    const signing = sign(call);
    signed = signing instanceof Promise ? await signing : signing;
  } catch (cause) {
    return err(own(cause, "A credential callback failed"));
  }
  let handled: Result<Reply, ClientError>;
  try {
    handled = await next(signed);
    if (!handled.ok) return handled;
  } catch (cause) {
    return err(own(cause, "A middleware failed"));
  }
  const reply = handled.value;
  try {
    const bytes = answerFor(call.operation, reply)?.read === "bytes";
    const content = bytes ? new Uint8Array(await reply.arrayBuffer()) : await reply.text();
    return ok({ call: signed, reply, content });
  } catch (cause) {
    if (signed.signal?.aborted) return err(aborted(signed.signal));
    return err(
      new ConnectionError(`The connection broke inside the body of the answer: ${textOf(cause)}`, {
        cause,
      }),
    );
  }
}

/** Errors of our own stay what they are; others were thrown by code that was handed to us. */
function own(cause: unknown, what: string): ClientError {
  if (cause instanceof SDKError) return cause as ClientError; // the SDK throws no others here
  return new UnexpectedClientError(`${what}: ${textOf(cause)}`, { cause });
}
