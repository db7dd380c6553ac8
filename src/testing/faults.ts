import type { EmulatedPlatform } from "./emulated-platform.js";
import type { PlatformName } from "./platforms.js";
import type { EmulatedResponse } from "./messages.js";

/**
 * A fault to inject. You can combine its members: `{ delayMs: 200, status: 503, retryAfter: 1 }`.
 *
 * With a `status`, the emulator responds instead of the platform, and the request has no effect
 * unless you set `processed`. With `reset: "before"`, the request has no effect either. With all
 * other faults, the platform processes the request, and the fault changes the response.
 */
export interface Fault {
  /**
   * The number of requests that the fault affects. Defaults to 1. `"always"` affects all until you
   * remove it.
   */
  times?: number | "always";
  /** Affects only requests to this platform. */
  platform?: PlatformName;
  /** Affects only requests with this method. */
  method?: string;
  /**
   * Affects only requests whose path contains this string or matches this expression. The path is
   * below the base URL, percent-encoded, and without the query.
   */
  path?: string | RegExp;
  /** Responds with this status, and with the platform's own error format unless you set `body`. */
  status?: number;
  /**
   * Whether the request takes effect despite the `status`, as behind a gateway that times out too
   * early.
   */
  processed?: boolean;
  /** Replaces the body of the response. A string is sent as it is, any other value as JSON. */
  body?: unknown;
  /** Replaces the content type of the response. */
  contentType?: string;
  /** Adds headers to the response, or replaces them. */
  headers?: Readonly<Record<string, string>>;
  /** The `Retry-After` header: a number of seconds, or any string, for dates and invalid values. */
  retryAfter?: number | string;
  /** Delays the request by this many milliseconds before anything else happens. */
  delayMs?: number;
  /**
   * Resets the TCP connection: `before` the request takes effect, after the `headers` of the
   * response, or halfway through its `body`. Only the loopback server can do this. With the msw
   * handlers, each is a network error.
   */
  reset?: "before" | "headers" | "body";
  /**
   * Closes the connection halfway through the body, without a reset. With the msw handlers, this is
   * a network error.
   */
  truncate?: boolean;
  /** Sends half of the body as if it were all of it, so that JSON does not parse. */
  malformed?: boolean;
}

/**
 * Where the connection is cut: a value of `Fault.reset`, or `end` to close it halfway through the
 * body.
 */
export type Cut = "before" | "headers" | "body" | "end";

/** The faults that wait for a matching request. */
export interface Faults {
  /**
   * Adds a fault after those that wait already. Returns a function that removes it. Throws if the
   * status is not from 200 to 599.
   */
  add(fault: Fault): () => void;
  /** Takes the first fault that matches a request, and counts it as used. */
  take(platform: PlatformName, method: string, path: string): Fault | undefined;
  /** Removes all faults. */
  clear(): void;
}

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  let waiting: readonly { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const { status = 200 } = fault;
      if (!(status >= 200 && status <= 599)) {
        throw new RangeError(`A fault's status must be from 200 to 599, not ${status}.`);
      }
      const entry = { fault, left: fault.times === "always" ? Infinity : (fault.times ?? 1) };
      waiting = [...waiting, entry];
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    take(platform, method, path) {
      waiting = waiting.filter(({ left }) => left > 0);
      const entry = waiting.find(({ fault }) => matches(fault, platform, method, path));
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
    clear() {
      waiting = [];
    },
  };
}

function matches(fault: Fault, platform: PlatformName, method: string, path: string): boolean {
  if (fault.platform !== undefined && fault.platform !== platform) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  // Not `test`, because a global expression remembers where it stopped.
  return typeof fault.path === "string" ? path.includes(fault.path) : path.search(fault.path) >= 0;
}

/** Where a fault cuts the connection, if at all. */
export function cutOf(fault: Fault | undefined): Cut | undefined {
  return fault?.reset ?? (fault?.truncate ? "end" : undefined);
}

/**
 * The response to a request, with a fault if there is one.
 *
 * @param handle - Lets the platform handle the request.
 */
export function applyFault(
  fault: Fault | undefined,
  platform: EmulatedPlatform,
  handle: () => EmulatedResponse,
): EmulatedResponse {
  if (!fault) return handle();
  if (fault.status === undefined) return withFault(fault, handle());
  if (fault.processed) handle();
  return withFault(fault, platform.error(fault.status, seconds(fault.retryAfter)));
}

function withFault(fault: Fault, response: EmulatedResponse): EmulatedResponse {
  const body = fault.body === undefined ? response.body : serialize(fault.body);
  const type =
    fault.contentType ?? (fault.body === undefined ? response.type : contentTypeOf(fault.body));
  const headers = {
    ...response.headers,
    ...(fault.retryAfter !== undefined && { "retry-after": String(fault.retryAfter) }),
    ...fault.headers,
  };
  return {
    status: response.status,
    headers,
    ...(type !== undefined && { type }),
    ...(body !== undefined && { body: fault.malformed ? half(body) : body }),
  };
}

function serialize(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function contentTypeOf(body: unknown): string {
  return typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
}

function half(body: string): string {
  return body.slice(0, Math.floor(body.length / 2));
}

function seconds(retryAfter: Fault["retryAfter"]): number | undefined {
  return typeof retryAfter === "number" ? retryAfter : undefined;
}
