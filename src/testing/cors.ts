import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * The headers with which a browser lets the page of any origin read an answer, all of its headers included; none for requests
 * that name no origin. The wildcards mean what they say because the emulator asks for no cookies.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsHeaders({ origin }: IncomingHttpHeaders): Record<string, string> {
  if (origin === undefined) return {};
  return { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
}

/**
 * What a browser has to hear before it sends a request of its page; `undefined` for requests that are not such a question.
 * Names the headers that were asked for, since a wildcard does not stand for `authorization`.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightHeaders(incoming: IncomingMessage): Record<string, string> | undefined {
  const { method, headers } = incoming;
  const wanted = headers["access-control-request-method"];
  if (method !== "OPTIONS" || headers.origin === undefined || wanted === undefined)
    return undefined;
  const names = headers["access-control-request-headers"];
  return {
    ...corsHeaders(headers),
    "access-control-allow-methods": wanted,
    ...(names !== undefined && { "access-control-allow-headers": names }),
  };
}
