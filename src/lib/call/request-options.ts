import type { HeadersLike } from "../description/headers.js";
import type { RetryConfig } from "../description/retry-config.js";

/** What a single call can be told, as the last argument of functions and methods. Never written to. */
export interface RequestOptions {
  /** How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. */
  timeoutMs?: number | undefined;
  /** The largest body of a success that this call takes, in bytes. 0 or less: no limit. */
  maxResponseBytes?: number | undefined;
  /** When this call is repeated. */
  retries?: RetryConfig | undefined;
  /** Statuses that this call is repeated on, as `"429"` or `"5XX"`, instead of 408, 429, 502, 503 and 504. */
  retryCodes?: readonly string[] | undefined;
  /** Where this call goes. */
  serverURL?: string | undefined;
  /** Passed on to `fetch`, except method and body. */
  fetchOptions?: Omit<RequestInit, "method" | "body"> | undefined;
  /**
   * Sent with this call; `null` takes away a header that would be sent, and with it the client's credential that would be in it.
   * A name that is given twice has both values. Wins over `fetchOptions.headers`.
   */
  headers?: HeadersLike | undefined;
  /** Ends the call, waiting between attempts included, as `fetchOptions.signal` does too. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key`, the same on every attempt; with it POST and PATCH are repeated as well. */
  idempotencyKey?: string | undefined;
}
