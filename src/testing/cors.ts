import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * The headers that let a page of any origin read a response and all of its headers. None if the
 * request has no origin. The wildcards work because the emulator uses no cookies.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  if (origin === undefined) return {};
  return { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
}

/**
 * The headers of the response to a CORS preflight request, or `undefined` if the request is not
 * one. Lists the requested headers by name, because a wildcard does not include `authorization`.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightHeaders(incoming: IncomingMessage): Record<string, string> | undefined {
  const { method, headers } = incoming;
  const requested = headers["access-control-request-method"];
  if (method !== "OPTIONS" || headers.origin === undefined || requested === undefined)
    return undefined;
  const names = headers["access-control-request-headers"];
  return {
    ...corsHeaders(headers),
    "access-control-allow-methods": requested,
    ...(names !== undefined && { "access-control-allow-headers": names }),
  };
}
