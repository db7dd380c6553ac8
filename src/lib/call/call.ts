import type { SentBody } from "../spec/bodies.js";
import type { CompiledOperation, Method } from "../spec/operation-spec.js";
import type { RequestOptions } from "./request-options.js";

/**
 * One HTTP request before it is sent. A plain value: middleware that wants to change it passes a changed copy to `next`
 * (`next({ ...call, headers: { ...call.headers, "x-tenant": "a" } })`) and leaves this one as it is.
 */
export interface Call {
  /** The operation's id in the API's document: `listConnections`. */
  readonly operationId: string;
  readonly method: Method;
  /** The whole URL, query included. */
  readonly url: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SentBody | undefined;
  /** Aborts this attempt: the caller's signal and the timeout in one. */
  readonly signal: AbortSignal | undefined;
  /** The number of this attempt, starting at 1. */
  readonly attempt: number;
  /** Options that the caller passes through to `fetch`, such as `cache` or `credentials`. */
  readonly init: RequestInit | undefined;
  /** The credentials that were put into this call. Never show them. */
  readonly secrets: readonly string[];
  /** @internal */
  readonly operation: CompiledOperation;
  /** @internal The caller's options. */
  readonly options: RequestOptions;
  /** @internal Whether sending twice has the effect of sending once (RFC 9110 section 9.2.2). */
  readonly idempotent: boolean;
}

/** Whether the body is a stream, which can be sent only once. */
export function hasStreamBody({ body }: Call): boolean {
  return "getReader" in Object(body);
}
