import { RequestTimeoutError } from "../errors/client.js";

const CAPACITY = 500;
const RETRY_COST = 5;
const TIMEOUT_COST = 10;

/**
 * A client's budget for retries, so that retries do not make an outage worse. Every retry takes
 * tokens and every success returns some. An empty bucket means no retries until calls succeed
 * again.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class TokenBucket {
  /** How many tokens are left. */
  tokens: number = CAPACITY;

  /** Takes the tokens for one retry. Returns `false` if there are not enough. */
  take(error: unknown): boolean {
    const cost = error instanceof RequestTimeoutError ? TIMEOUT_COST : RETRY_COST;
    if (this.tokens < cost) return false;
    this.tokens -= cost;
    return true;
  }

  /** Returns tokens after a success: those of its last retry, or one if it needed none. */
  succeed(retried: boolean): void {
    this.tokens = Math.min(CAPACITY, this.tokens + (retried ? RETRY_COST : 1));
  }
}
