import { type Call, hasStreamBody } from "../call/call.js";
import { ConnectionError } from "../errors/client.js";
import { cancelBody } from "../web/body.js";
import type { TransportResponse } from "../web/transport-response.js";

const MAX_REDIRECTS = 5;

/**
 * Returns the call that a redirect leads to, or `undefined` if the response is not a redirect or
 * must not be followed. The SDK follows redirects itself, because `fetch` would send a key in a
 * custom header to any host. To another origin it sends no body, and of the headers only `Accept*`
 * and `User-Agent`. It never follows a redirect from https to http.
 *
 * @param count - The number of redirects that have been followed.
 * @throws ConnectionError if redirects are disabled, if the body is a stream, which can be sent
 *   only once, or after the fifth redirect.
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function followRedirect(
  call: Call,
  response: TransportResponse,
  count: number,
): Call | undefined {
  const { status } = response;
  // Browsers hide redirects that they do not follow.
  const isHidden = response.type === "opaqueredirect";
  const mode = call.init?.redirect;
  if (mode === "manual" || !(isHidden || /^30[12378]$/.test(`${status}`))) return undefined;
  const becomesGet =
    status === 303 ? call.method !== "HEAD" : status < 303 && call.method === "POST";
  // A stream has been consumed.
  const isStuck = !becomesGet && hasStreamBody(call);
  if (isHidden || mode === "error" || isStuck || count === MAX_REDIRECTS) {
    cancelBody(response.body);
    throw new ConnectionError(
      `${count ? `Too many redirects (${count})` : "Redirect not followed"}: set serverURL to the final URL`,
    );
  }
  const from = new URL(call.url);
  const location = response.headers.get("location") ?? "//";
  if (!URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  if (to.protocol !== from.protocol && to.protocol !== "https:") return undefined;
  const isCrossOrigin = to.origin !== from.origin;
  // A body may hold credentials.
  if (!becomesGet && isCrossOrigin && call.body) return undefined;
  // A user name or password in the location would be sent as a credential.
  if (!to.href.startsWith(`${to.origin}/`)) return undefined;
  const isKept = ([name]: [string, string]): boolean =>
    isCrossOrigin
      ? /^(accept|user-agent)/.test(name)
      : !(becomesGet && name.startsWith("content-"));
  return {
    ...call,
    url: to.href,
    headers: Object.fromEntries(Object.entries(call.headers).filter(isKept)),
    ...(becomesGet && { method: "GET", body: undefined }),
  };
}
