import { type Call, hasStreamBody } from "../call/call.js";
import type { AttemptResult, ReceivedResponse } from "../call/received-response.js";
import { err, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import { rootCause } from "../errors/base.js";
import { ConnectionError, RequestTimeoutError } from "../errors/client.js";
import { isObject } from "../schema/base.js";
import {
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_ELAPSED_TIME_MS,
  DEFAULT_RETRY_CODES,
} from "../spec/defaults.js";
import { abortError } from "../transport/network.js";
import { MAX_TIMER_MS, race } from "../web/race.js";
import { rangeOf } from "./match-response.js";
import { backoffDelay, retryAfterDelay } from "./retry-timing.js";
import type { Settings } from "./settings.js";

/**
 * Error codes of a server that was never reached: refused, not found, no route, connect timeout.
 */
const UNREACHED = /REFUSED|NOTFOUND|EAI_|UNREACH|CONNECT_T/;

/** Error codes of a server whose certificate or protocol is wrong, which would be so again. */
export const PERMANENT: RegExp = /CERT|SELF_SIGNED|UNABLE_TO|_SSL_|EPROTO/;

/** Makes attempts until one succeeds or a retry cannot help or is not safe. */
export async function withRetries(
  call: Call,
  settings: Settings,
  attempt: (call: Call) => Promise<AttemptResult>,
): Promise<AttemptResult> {
  const { bucket } = settings;
  const started = Date.now();
  for (let attempts = 1; ; attempts++) {
    const result = await attempt(attempts > 1 ? { ...call, attempt: attempts } : call);
    if (result.ok && result.value.response.status < 400) {
      bucket.succeed(attempts > 1);
      return result;
    }
    const minDelay = minRetryDelay(call, result);
    const delay = retryDelay(call, result, minDelay, attempts, Date.now() - started, settings);
    if (delay === undefined || !bucket.take(result.ok ? undefined : result.error))
      return markRetryable(result, minDelay !== undefined);
    if (await race(delay, call.signal, (aborted) => aborted)) return err(abortError(call.signal));
  }
}

/**
 * Lets the final error say whether making the same call again can help and cannot repeat the work.
 */
function markRetryable(result: AttemptResult, retryable: boolean): AttemptResult {
  if (result.ok) return ok({ ...result.value, retryable });
  // Readonly for others; the error was created before this was known.
  (result.error as { retryable: boolean }).retryable = retryable;
  return result;
}

/** The delay before the next attempt, in milliseconds. Returns `undefined` to stop. */
function retryDelay(
  call: Call,
  { ok: hasResponse }: AttemptResult,
  minDelay: number | undefined,
  attempts: number,
  elapsed: number,
  { options, config }: Settings,
): number | undefined {
  const retries =
    call.options.retries ?? options.retryConfig ?? call.operation.retries ?? config.retries;
  if (minDelay === undefined || retries?.strategy === "none") return undefined;
  if (!hasResponse && retries?.retryConnectionErrors === false) return undefined;
  const strategy = retries?.backoff ?? {};
  const delay = Math.max(minDelay, backoffDelay(strategy, attempts));
  // Written so that NaN in any option ends the retries.
  return attempts < (retries?.maxAttempts ?? DEFAULT_MAX_ATTEMPTS) &&
    delay <= MAX_TIMER_MS &&
    elapsed + delay <= (strategy.maxElapsedTime ?? DEFAULT_MAX_ELAPSED_TIME_MS)
    ? delay
    : undefined;
}

/**
 * The least delay before another attempt, in milliseconds. Returns `undefined` if it cannot help,
 * or could repeat the work: no option changes that.
 */
function minRetryDelay(call: Call, result: AttemptResult): number | undefined {
  // A stream has been consumed. A call that is not idempotent has reached its server.
  if (hasStreamBody(call) || (!call.idempotent && call.progress.hasResponse)) return undefined;
  if (result.ok) return delayFromResponse(call, result.value);
  return isTransient(call, result.error) ? 0 : undefined;
}

/** The minimum delay after a response, in milliseconds. Returns `undefined` to stop. */
function delayFromResponse(
  call: Call,
  { response: { status, headers }, media, json }: ReceivedResponse,
): number | undefined {
  // A page that happens to be JSON promises nothing.
  const problem = isObject(json) && /json/.test(media) ? json : {};
  const should = headers.get("x-should-retry")?.toLowerCase();
  if (should === "false" || problem["retryable"] === false) return undefined;
  const requested = retryAfterDelay(headers, problem);
  const isListed = isRetryableStatus(call, status);
  const isRetryable = call.idempotent
    ? isListed || should === "true" || problem["retryable"] === true
    : // 429, and 503 with a delay, say that the work was not begun. Nothing else does.
      isListed && (status === 429 || (status === 503 && requested !== undefined));
  return isRetryable ? (requested ?? 0) : undefined;
}

function isRetryableStatus({ options, operation }: Call, status: number): boolean {
  const codes = options.retryCodes ?? operation.retryCodes ?? DEFAULT_RETRY_CODES;
  return codes.some((code) => [`${status}`, rangeOf(status)].includes(`${code}`.toUpperCase()));
}

/**
 * Whether a failure without a response may be temporary, and retrying it cannot repeat the work.
 */
function isTransient({ idempotent }: Call, error: ClientError): boolean {
  if (!(error instanceof ConnectionError))
    return error instanceof RequestTimeoutError && idempotent;
  const { cause, code = "" } = error;
  // A connection that was open fails with these codes too, if its route is lost.
  if (!idempotent) return UNREACHED.test(code) && !/read|write/.test(`${rootCause(cause)[2]}`);
  // An error without a cause is our own, about a redirect, and would happen again.
  return Boolean(cause ?? code) && !PERMANENT.test(code);
}
