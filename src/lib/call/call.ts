import type { SentBody } from "../spec/bodies.js";
import type { CompiledOperation, Method } from "../spec/operation-spec.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { RequestOptions } from "./request-options.js";

/**
 * One HTTP request before it is sent. A plain, immutable value: to change it, a middleware passes a
 * changed copy to `next`: `next({ ...call, headers: { ...call.headers, "x-tenant": "acme" } })`.
 */
export interface Call {
  /** The operation's id in the API's document: `listConnections`. */
  readonly operationId: string;
  /** The HTTP method. */
  readonly method: Method;
  /** The complete URL, including the query. */
  readonly url: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The serialized body; `undefined` if there is none. */
  readonly body: SentBody | undefined;
  /** Aborts this attempt, on timeout or when the caller's signal does. */
  readonly signal: AbortSignal | undefined;
  /** The number of this attempt, starting at 1. */
  readonly attempt: number;
  /** The caller's `fetchOptions`, such as `cache` or `credentials`. */
  readonly init: RequestInit | undefined;
  /** The credentials that were added to this call. Never log them. */
  readonly secrets: readonly string[];
  /** @internal */
  readonly operation: CompiledOperation;
  /** @internal The caller's options. */
  readonly options: RequestOptions;
  /** @internal What has become of the call so far, shared by all its attempts and copies. */
  readonly progress: CallProgress;
  /** @internal Whether sending twice has the effect of sending once (RFC 9110 section 9.2.2). */
  readonly idempotent: boolean;
}

/** What has become of a call so far. */
export interface CallProgress {
  /**
   * Whether a request of the call got a response that does not say that the work was not begun. A
   * call that is not idempotent must not be sent again after one.
   */
  hasResponse?: boolean;
  /** The number of the last attempt that sent a request. */
  attempts?: number;
  /** Aborts the current attempt, if it has a timeout or a signal. */
  controller?: Pick<AbortController, "abort">;
  /** Takes a response with its body unread: returns `true` if nobody else must read the body. */
  takeResponse?: (response: TransportResponse) => boolean;
}

/** Whether the body is a stream, which can be sent only once. */
export function hasStreamBody({ body }: Call): boolean {
  return "getReader" in Object(body);
}
