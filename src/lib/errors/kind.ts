/**
 * What an error response means, in the same words for every API. By status, where nobody knows
 * better:
 *
 * - `unauthorized`: our credentials are missing or refused (401).
 * - `forbidden`: our credentials do not allow this (402, 403).
 * - `notFound`: it does not exist, or no longer (404, 410).
 * - `conflict`: it is not in the state that this needs (409, 412, 423).
 * - `rateLimited`: too many requests (429).
 * - `unavailable`: the server, or one behind it, cannot do it now (408, 424, 425, 502, 503, 504).
 * - `server`: the server failed (any other 5xx).
 * - `invalidRequest`: the request is wrong (any other 4xx).
 * - `credentialsRefused`: the customer's credentials were refused, not ours. The unified API tells
 *   it where the platform does; no status does.
 * - `unexpected`: a redirect that is not followed, and the rest.
 */
export type ErrorKind =
  | "unauthorized"
  | "forbidden"
  | "notFound"
  | "conflict"
  | "rateLimited"
  | "unavailable"
  | "server"
  | "invalidRequest"
  | "credentialsRefused"
  | "unexpected";

/** The statuses that have a kind of their own. RFC 9110 section 15. */
const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: "unauthorized",
  402: "forbidden",
  403: "forbidden",
  404: "notFound",
  408: "unavailable",
  409: "conflict",
  410: "notFound",
  412: "conflict",
  423: "conflict",
  424: "unavailable",
  425: "unavailable",
  429: "rateLimited",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

/** The kind that a status stands for. */
export function kindOfStatus(status: number): ErrorKind {
  if (KINDS[status]) return KINDS[status];
  if (status > 499) return "server";
  return status > 399 ? "invalidRequest" : "unexpected";
}
