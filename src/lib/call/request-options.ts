import type { HeadersLike } from "../spec/headers.js";
import type { RetryConfig } from "../spec/retry-config.js";
import type { OnResponseIssues, ResponseValidation } from "./response-validation.js";

/**
 * Per-call options: the last argument of every function and method. They override the client's. The
 * object is never modified.
 */
export interface RequestOptions {
  /**
   * Timeout for each attempt in milliseconds, including the response body. Defaults to the
   * client's. Set 0 to disable.
   */
  timeoutMs?: number | undefined;
  /**
   * Maximum size of a successful response body in bytes, after decompression. Defaults to the
   * client's. Set 0 to disable.
   */
  maxResponseBytes?: number | undefined;
  /** How to treat a response that does not fit its schema. Defaults to the client's. */
  responseValidation?: ResponseValidation | undefined;
  /**
   * Receives the issues of a response that was kept although parts of it do not fit. Defaults to
   * the client's.
   */
  onResponseIssues?: OnResponseIssues | undefined;
  /** When and how to retry this call. Replaces the client's `retryConfig` as a whole. */
  retries?: RetryConfig | undefined;
  /** Statuses to retry, such as `"429"` or `"5XX"`. Defaults to 408, 429, 502, 503 and 504. */
  retryCodes?: readonly string[] | undefined;
  /** Base URL for this call. Defaults to the client's. */
  serverURL?: string | undefined;
  /** Options to pass to `fetch`, except `method` and `body`. */
  fetchOptions?: Omit<RequestInit, "method" | "body"> | undefined;
  /**
   * Headers to add to this call. `null` removes a header that the SDK would send; for the header of
   * a credential, the credential is not sent. A name that occurs twice gets both values. Takes
   * precedence over `fetchOptions.headers`.
   */
  headers?: HeadersLike | undefined;
  /** Aborts the call, including delays between attempts. `fetchOptions.signal` does the same. */
  signal?: AbortSignal | undefined;
  /**
   * Sent as `Idempotency-Key` on every attempt. With a key, POST and PATCH are retried like GET.
   */
  idempotencyKey?: string | undefined;
  /**
   * Whether an event stream that is cut or ends is requested again, from the last event that had an
   * id (`Last-Event-ID`). Only for operations that may be sent twice. Defaults to `false`.
   */
  reconnect?: boolean | undefined;
  /**
   * Called while a binary response is read as a stream, with the number of bytes so far and in
   * total, if the server says it. What it throws is ignored.
   */
  onProgress?: ((receivedBytes: number, totalBytes: number | undefined) => void) | undefined;
}
