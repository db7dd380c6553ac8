import type { SentBody } from "../description/bodies.js";
import type { Compiled, Method } from "../description/spec.js";
import type { RequestOptions } from "./request-options.js";

/**
 * One exchange with the server, before it happens. A plain value: middleware that wants another one hands a changed copy to
 * `next` (`next({ ...call, headers: { ...call.headers, "x-tenant": "a" } })`) and leaves this one as it is.
 */
export interface Call {
  /** The operation's id, as the API's description names it: `listConnections`. */
  readonly operationId: string;
  readonly method: Method;
  /** The whole URL, query included. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SentBody | undefined;
  /** Ends this attempt: the caller's signal and the deadline in one. */
  readonly signal: AbortSignal | undefined;
  /** Counts from 1. */
  readonly attempt: number;
  /** What the caller passes on to `fetch`, such as `cache` or `credentials`. */
  readonly init: RequestInit | undefined;
  /** Values that must not show anywhere: credentials that were put into this call. */
  readonly secrets: readonly string[];
  /** @internal */
  readonly operation: Compiled;
  /** @internal The options that the caller gave. */
  readonly options: RequestOptions;
  /** @internal True when sending twice could do the work twice. */
  readonly unsafe: boolean;
}

/** Whether the body is a stream, which has been sent already and cannot be sent again. */
export function sentOnce({ body }: Call): boolean {
  return "getReader" in Object(body);
}
