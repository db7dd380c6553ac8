import { RequestTimeoutError } from "../errors/client.js";

const CAPACITY = 500;
const RETRY_COST = 5;
const TIMEOUT_COST = 10;

/**
 * What a client may spend on repeating calls, so that an outage is not made worse: every retry costs, every success pays a
 * little back, and an empty bucket means no retries until calls succeed again.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class TokenBucket {
  #tokens = CAPACITY;

  /** Pays for one retry; false where the bucket does not hold enough. */
  take(error: unknown): boolean {
    const cost = error instanceof RequestTimeoutError ? TIMEOUT_COST : RETRY_COST;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** A call succeeded: its last retry is paid back, or one token where it needed none. */
  succeed(retried: boolean): void {
    this.#tokens = Math.min(CAPACITY, this.#tokens + (retried ? RETRY_COST : 1));
  }
}
