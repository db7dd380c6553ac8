import { type Call, sentOnce } from "../call/call.js";
import type { Outcome, Received } from "../call/received.js";
import { err } from "../call/result.js";
import type { ClientError } from "../errors.js";
import { ConnectionError, RequestTimeoutError } from "../errors/client.js";
import { isObject } from "../schema/base.js";
import { aborted } from "../transport/network.js";
import { LONGEST_TIMER, race } from "../web/race.js";
import { jsonOf, rangeOf } from "./decode.js";
import { askedWait, backoff } from "./retry-timing.js";
import type { Settings } from "./settings.js";

/** Statuses that say "later": RFC 9110 sections 15.5.9 and 15.6, RFC 6585 section 4. */
const LATER = ["408", "429", "502", "503", "504"] as const;
/** The server was never reached, so it did nothing: refused, no such name, no way there, not connected in time. */
const UNREACHED = /REFUSED|NOTFOUND|EAI_|UNREACH|CONNECT_T/;

/** Repeats attempts where that can help and cannot do harm. */
export async function withRetries(
  call: Call,
  settings: Settings,
  attempt: (call: Call) => Promise<Outcome>,
): Promise<Outcome> {
  const { bucket } = settings;
  const started = Date.now();
  for (let count = 1; ; count++) {
    const outcome = await attempt(count > 1 ? { ...call, attempt: count } : call);
    if (outcome.ok && outcome.value.reply.status < 400) {
      bucket.succeed(count > 1);
      return outcome;
    }
    const wait = pauseAfter(outcome, count, Date.now() - started, call, settings);
    if (wait === undefined || !bucket.take(outcome.ok ? undefined : outcome.error)) return outcome;
    if (await race(wait, call.signal, (ended) => ended)) return err(aborted(call.signal));
  }
}

/** How long to wait before the next attempt, in milliseconds; `undefined` where there is to be none. */
function pauseAfter(
  outcome: Outcome,
  count: number,
  elapsed: number,
  call: Call,
  { options, config }: Settings,
): number | undefined {
  const given =
    call.options.retries ?? options.retryConfig ?? call.operation.retries ?? config.retries;
  if (given?.strategy === "none" || sentOnce(call)) return undefined;
  const pauses = given?.backoff ?? {};
  const asked = outcome.ok
    ? waitFor(call, outcome.value)
    : given?.retryConnectionErrors !== false && isPassing(call, outcome.error)
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
function waitFor(call: Call, { reply, content }: Received): number | undefined {
  const { status } = reply;
  const json = jsonOf(content);
  const problem = isObject(json) ? json : {};
  const asked = askedWait(reply.headers, problem);
  const codes = call.options.retryCodes ?? call.operation.retryCodes ?? LATER;
  const listed = codes.some((code) =>
    [`${status}`, rangeOf(status)].includes(`${code}`.toUpperCase()),
  );
  const may = call.unsafe
    ? // 429, and 503 with a time, say that the work was not begun; a `retryable: true` does not.
      listed && (status === 429 || (status === 503 && asked !== undefined))
    : listed || problem["retryable"] === true;
  return may && problem["retryable"] !== false ? (asked ?? 0) : undefined;
}

/** Whether a failure without a reply may pass by itself, and trying again does no harm. */
function isPassing({ unsafe }: Call, error: ClientError): boolean {
  if (!(error instanceof ConnectionError)) return error instanceof RequestTimeoutError && !unsafe;
  const { cause, code = "" } = error;
  // Without a cause it was not the network but us: too many redirects, or one that may not be followed.
  return unsafe ? UNREACHED.test(code) : Boolean(cause ?? code);
}
