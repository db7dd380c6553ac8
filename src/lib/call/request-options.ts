import type { HeadersLike } from "../spec/headers.js";
import type { RetryConfig } from "../spec/retry-config.js";

/** Per-call options: the last argument of every function and method. They override the client's. The object is never modified. */
export interface RequestOptions {
  /** Timeout for each attempt in milliseconds, including the response body. Set 0 to disable. */
  timeoutMs?: number | undefined;
  /** Maximum size of a successful response body in bytes. Set 0 to disable. */
  maxResponseBytes?: number | undefined;
  /** When and how to retry this call. */
  retries?: RetryConfig | undefined;
  /** Statuses to retry, such as `"429"` or `"5XX"`, instead of 408, 429, 502, 503 and 504. */
  retryCodes?: readonly string[] | undefined;
  /** Base URL for this call. */
  serverURL?: string | undefined;
  /** Options passed through to `fetch`, except method and body. */
  fetchOptions?: Omit<RequestInit, "method" | "body"> | undefined;
  /**
   * Headers to send with this call. `null` removes a header that would be sent, and with it the client's credential that would
   * be in it. A name that is given twice has both values. Takes precedence over `fetchOptions.headers`.
   */
  headers?: HeadersLike | undefined;
  /** Aborts the call, including the wait between attempts. So does `fetchOptions.signal`. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key`, the same on every attempt. With it, POST and PATCH are retried too. */
  idempotencyKey?: string | undefined;
}
