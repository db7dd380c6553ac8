import type { TransportResponse } from "../web/transport-response.js";

/** What a server says of its rate limit. */
export interface RateLimit {
  /** The number of requests that it allows in a window. */
  readonly limit?: number;
  /** The number of requests that are left in this window. */
  readonly remaining?: number;
  /** When the next window starts. */
  readonly reset?: Date;
}

/** Above this, in seconds, a reset is an instant since 1970 and not a wait. */
const YEARS_20 = 631_152_000;

/**
 * Reads the headers of a rate limit: `RateLimit-*` and `X-RateLimit-*`. Servers write the reset as
 * seconds to wait, or as seconds since 1970.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/03/
 */
export function rateLimitIn(headers: TransportResponse["headers"]): RateLimit | undefined {
  const read = (name: string): number | undefined => {
    const value = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`) ?? "";
    const [number] = /^\d{1,12}/.exec(value) ?? [];
    return number === undefined ? undefined : Number(number);
  };
  const [limit, remaining, reset] = [read("limit"), read("remaining"), read("reset")];
  if ((limit ?? remaining ?? reset) === undefined) return undefined;
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(reset !== undefined && {
      reset: new Date((reset > YEARS_20 ? reset : reset + Date.now() / 1000) * 1000),
    }),
  };
}
