import type { EmulatedPlatform } from "./emulated-platform.js";
import type { PlatformName } from "./platforms.js";
import type { EmulatedResponse } from "./messages.js";

/**
 * A failure to inject. Members can be combined: `{ delayMs: 200, status: 503, retryAfter: 1 }`.
 *
 * A fault with a `status` answers in place of the platform, and the request has no effect unless `processed` is
 * set. Every other fault but `reset: "before"` lets the platform carry the request out and spoils the answer.
 */
export interface Fault {
  /** How many requests it meets. 1 without it; `"always"` until removed. */
  times?: number | "always";
  /** Only requests to this platform. */
  platform?: PlatformName;
  /** Only requests with this method. */
  method?: string;
  /** Only requests whose path below the base URL (percent-encoded, without the query) contains this text or fits this expression. */
  path?: string | RegExp;
  /** Answers this status, in the platform's own error format unless there is a `body`. */
  status?: number;
  /** Whether the request takes effect although a `status` is answered, as behind a gateway that gives up too early. */
  processed?: boolean;
  /** The body in place of the right one. Anything but a text is sent as JSON. */
  body?: unknown;
  /** The content type in place of the right one. */
  contentType?: string;
  /** More headers for the answer. */
  headers?: Readonly<Record<string, string>>;
  /** The `Retry-After` header: seconds, or any text for dates and for nonsense. */
  retryAfter?: number | string;
  /** Waits before anything else happens. */
  delayMs?: number;
  /**
   * Resets the TCP connection: `before` the request takes effect, after the answer's `headers`, or half way through
   * its `body`. Only the loopback server can do this; with msw handlers each is a network error.
   */
  reset?: "before" | "headers" | "body";
  /** Ends the connection in an orderly way half way through the body, so that bytes are missing. With msw handlers a network error. */
  truncate?: boolean;
  /** Sends half of the body as if it were the whole, so that JSON does not parse. */
  malformed?: boolean;
}

/** Where the connection is cut: as `Fault.reset`, or `end` for an orderly end half way through the body. */
export type Cut = "before" | "headers" | "body" | "end";

/** The faults that are waiting for a request. */
export interface Faults {
  /** Adds a fault behind those that wait already; the function given back removes it. Throws for a status outside 200 to 599. */
  add(fault: Fault): () => void;
  /** The first waiting fault that fits a request, counted as used. */
  take(platform: PlatformName, method: string, path: string): Fault | undefined;
  clear(): void;
}

/** Makes an empty list of faults. */
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
      const entry = waiting.find(({ fault }) => fits(fault, platform, method, path));
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
    clear() {
      waiting = [];
    },
  };
}

function fits(fault: Fault, platform: PlatformName, method: string, path: string): boolean {
  if (fault.platform !== undefined && fault.platform !== platform) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  // `search` and not `test`: a global expression would remember where it stopped.
  return typeof fault.path === "string" ? path.includes(fault.path) : path.search(fault.path) >= 0;
}

/** Where a fault cuts the connection, if it does. */
export function cutOf(fault: Fault | undefined): Cut | undefined {
  return fault?.reset ?? (fault?.truncate ? "end" : undefined);
}

/** The answer to a request that a fault met; `answer` carries the request out. */
export function spoil(
  fault: Fault | undefined,
  platform: EmulatedPlatform,
  answer: () => EmulatedResponse,
): EmulatedResponse {
  if (!fault) return answer();
  if (fault.status === undefined) return dress(fault, answer());
  if (fault.processed) answer();
  return dress(fault, platform.error(fault.status, seconds(fault.retryAfter)));
}

function dress(fault: Fault, reply: EmulatedResponse): EmulatedResponse {
  const body = fault.body === undefined ? reply.body : asText(fault.body);
  const type = fault.contentType ?? (fault.body === undefined ? reply.type : typeOf(fault.body));
  const headers = {
    ...reply.headers,
    ...(fault.retryAfter !== undefined && { "retry-after": String(fault.retryAfter) }),
    ...fault.headers,
  };
  return {
    status: reply.status,
    headers,
    ...(type !== undefined && { type }),
    ...(body !== undefined && { body: fault.malformed ? half(body) : body }),
  };
}

function asText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function typeOf(body: unknown): string {
  return typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
}

function half(body: string): string {
  return body.slice(0, Math.floor(body.length / 2));
}

function seconds(retryAfter: Fault["retryAfter"]): number | undefined {
  return typeof retryAfter === "number" ? retryAfter : undefined;
}
