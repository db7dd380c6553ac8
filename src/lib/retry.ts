import { type Outcome, aborted } from "./attempt.js";
import type { Call } from "./call.js";
import { ConnectionError, RequestTimeoutError } from "./errors/client.js";
import { LONGEST_TIMER, race } from "./race.js";
import { err } from "./result.js";
import type { RetryConfig } from "./retry-config.js";
import { askedWait, backoff, problemOf } from "./retry-timing.js";
import type { Settings } from "./settings.js";

/** Statuses that say "later": RFC 9110 sections 15.5.9 and 15.6, RFC 6585 section 4. */
const LATER = ["408", "429", "502", "503", "504"] as const;
/** The server was never reached, so it did nothing: refused, no such name, no way there, not connected in time. */
const UNREACHED = /REFUSED|NOTFOUND|EAI_AGAIN|UNREACH|CONNECT_TIMEOUT/;

/** Repeats attempts where that can help and cannot do harm. */
export async function withRetries(
  call: Call,
  settings: Settings,
  attempt: (call: Call) => Promise<Outcome>,
): Promise<Outcome> {
  const { bucket } = settings;
  const policy = policyOf(call, settings);
  // A stream has been sent already and cannot be sent again.
  const most = "getReader" in Object(call.body) ? 1 : (policy.maxAttempts ?? 3);
  const started = Date.now();
  for (let count = 1; ; count++) {
    const outcome = await attempt(count === 1 ? call : { ...call, attempt: count });
    if (outcome.ok && outcome.value.reply.status < 400) {
      bucket.succeed(count > 1);
      return outcome;
    }
    // Written so that no number, a NaN for one, repeats without end.
    if (!(count < most) || !repeatable(call, policy, outcome)) return outcome;
    const pauses = policy.backoff ?? {};
    const wait = Math.max(asked(outcome) ?? 0, backoff(pauses, count));
    const left = started + (pauses.maxElapsedTime ?? 60_000) - Date.now();
    if (!(wait <= Math.min(left, LONGEST_TIMER))) return outcome;
    if (!bucket.take(outcome.ok ? undefined : outcome.error)) return outcome;
    if (await race(wait, call.signal, (ended) => ended)) return err(aborted(call.signal));
  }
}

type Policy = Partial<Extract<RetryConfig, { strategy: "backoff" }>>;

function policyOf(call: Call, { options, config }: Settings): Policy {
  const given =
    call.options.retries ?? options.retryConfig ?? call.operation.retries ?? config.retries ?? {};
  return "strategy" in given && given.strategy === "none" ? { maxAttempts: 1 } : given;
}

function repeatable(call: Call, policy: Policy, outcome: Outcome): boolean {
  if (!outcome.ok) {
    if (policy.retryConnectionErrors === false) return false;
    const { error } = outcome;
    // Without a cause it was not the network but us: too many redirects, or one that may not be followed.
    if (error instanceof ConnectionError)
      return (
        Boolean(error.cause ?? error.code) && (!call.unsafe || UNREACHED.test(error.code ?? ""))
      );
    return error instanceof RequestTimeoutError && !call.unsafe;
  }
  const { reply } = outcome.value;
  const says = problemOf(outcome.value)?.["retryable"];
  if (says === false) return false;
  const codes = call.options.retryCodes ?? call.operation.retryCodes ?? LATER;
  // 429 and 503 with a date say that the work was not begun; a `retryable: true` does not.
  if (call.unsafe) {
    return (
      listed(codes, reply.status) &&
      (reply.status === 429 || (reply.status === 503 && asked(outcome) !== undefined))
    );
  }
  return says === true || listed(codes, reply.status);
}

function listed(codes: readonly string[], status: number): boolean {
  return codes.some((code) =>
    /^\dxx$/i.test(code) ? code[0] === String(status)[0] : code === String(status),
  );
}

/** How long the server asks to wait, in milliseconds; `undefined` where it does not. */
function asked(outcome: Outcome): number | undefined {
  return outcome.ok ? askedWait(outcome.value) : undefined;
}
