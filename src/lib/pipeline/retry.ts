import { type Call, hasStreamBody } from "../call/call.js";
import type { AttemptResult, ReceivedResponse } from "../call/received-response.js";
import { err } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import { ConnectionError, RequestTimeoutError } from "../errors/client.js";
import { isObject } from "../schema/base.js";
import { aborted } from "../transport/network.js";
import { LONGEST_TIMER, race } from "../web/race.js";
import { parseJSON, rangeOf } from "./decode.js";
import { retryAfter, backoff } from "./retry-timing.js";
import type { Settings } from "./settings.js";

/** Statuses that say "later": RFC 9110 sections 15.5.9 and 15.6, RFC 6585 section 4. */
const RETRYABLE_STATUSES = ["408", "429", "502", "503", "504"] as const;
/** The server was never reached, so it did nothing: refused, no such name, no way there, not connected in time. */
const UNREACHED = /REFUSED|NOTFOUND|EAI_|UNREACH|CONNECT_T/;

/** Repeats attempts where that can help and cannot do harm. */
export async function withRetries(
  call: Call,
  settings: Settings,
  attempt: (call: Call) => Promise<AttemptResult>,
): Promise<AttemptResult> {
  const { bucket } = settings;
  const started = Date.now();
  for (let count = 1; ; count++) {
    const outcome = await attempt(count > 1 ? { ...call, attempt: count } : call);
    if (outcome.ok && outcome.value.response.status < 400) {
      bucket.succeed(count > 1);
      return outcome;
    }
    const wait = retryDelay(outcome, count, Date.now() - started, call, settings);
    if (wait === undefined || !bucket.take(outcome.ok ? undefined : outcome.error)) return outcome;
    if (await race(wait, call.signal, (ended) => ended)) return err(aborted(call.signal));
  }
}

/** How long to wait before the next attempt, in milliseconds; `undefined` where there is to be none. */
function retryDelay(
  outcome: AttemptResult,
  count: number,
  elapsed: number,
  call: Call,
  { options, config }: Settings,
): number | undefined {
  const given =
    call.options.retries ?? options.retryConfig ?? call.operation.retries ?? config.retries;
  if (given?.strategy === "none" || hasStreamBody(call)) return undefined;
  const pauses = given?.backoff ?? {};
  const asked = outcome.ok
    ? delayFromResponse(call, outcome.value)
    : given?.retryConnectionErrors !== false && isTransient(call, outcome.error)
      ? 0
      : undefined;
  if (asked === undefined) return undefined;
  const wait = Math.max(asked, backoff(pauses, count));
  // Written so that no number, a NaN for one, repeats without end.
  return count < (given?.maxAttempts ?? 3) &&
    wait <= LONGEST_TIMER &&
    elapsed + wait <= (pauses.maxElapsedTime ?? 60_000)
    ? wait
    : undefined;
}

/** How long a reply asks to wait before the call is repeated; `undefined` where it must not be. */
function delayFromResponse(
  call: Call,
  { response: reply, content }: ReceivedResponse,
): number | undefined {
  const { status } = reply;
  const json = parseJSON(content);
  const problem = isObject(json) ? json : {};
  const asked = retryAfter(reply.headers, problem);
  const codes = call.options.retryCodes ?? call.operation.retryCodes ?? RETRYABLE_STATUSES;
  const listed = codes.some((code) =>
    [`${status}`, rangeOf(status)].includes(`${code}`.toUpperCase()),
  );
  const may = call.idempotent
    ? listed || problem["retryable"] === true
    : // 429, and 503 with a time, say that the work was not begun; a `retryable: true` does not.
      listed && (status === 429 || (status === 503 && asked !== undefined));
  return may && problem["retryable"] !== false ? (asked ?? 0) : undefined;
}

/** Whether a failure without a reply may pass by itself, and trying again does no harm. */
function isTransient({ idempotent }: Call, error: ClientError): boolean {
  if (!(error instanceof ConnectionError))
    return error instanceof RequestTimeoutError && idempotent;
  const { cause, code = "" } = error;
  // Without a cause it was not the network but us: too many redirects, or one that may not be followed.
  return idempotent ? Boolean(cause ?? code) : UNREACHED.test(code);
}
