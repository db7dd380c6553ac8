import { type Call, hasStreamBody } from "../call/call.js";
import { ConnectionError } from "../errors/client.js";
import { cancelBody } from "../web/body.js";
import type { TransportResponse } from "../web/transport-response.js";

const MOST_HOPS = 5;

/**
 * The call that a redirect asks for, or `undefined` where the reply is none that is to be followed. Followed by ourselves,
 * because `fetch` would carry a key in a header of its own name along to any host: to another origin a call takes
 * along only what says how to read it, with a body it does not go there at all, and from https to http it never does.
 *
 * @throws ConnectionError where it must not be followed, or for the sixth time.
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function followRedirect(
  call: Call,
  reply: TransportResponse,
  hops: number,
): Call | undefined {
  const { status } = reply;
  // Browsers hide redirects that they do not follow.
  const hidden = reply.type === "opaqueredirect";
  const wish = call.init?.redirect;
  if (wish === "manual" || !(hidden || /^30[12378]$/.test(`${status}`))) return undefined;
  if (hidden || wish === "error" || hops === MOST_HOPS) {
    cancelBody(reply.body);
    throw new ConnectionError(
      `The server redirects, ${hops ? `${hops} times` : "which is not followed here"}: set serverURL to the final address`,
    );
  }
  const from = new URL(call.url);
  const location = reply.headers.get("location") ?? "//";
  if (!URL.canParse(location, from)) return undefined;
  const to = new URL(location, from);
  if (to.protocol !== from.protocol && to.protocol !== "https:") return undefined;
  const away = to.origin !== from.origin;
  const toGet = status === 303 ? call.method !== "HEAD" : status < 303 && call.method === "POST";
  // Bodies hold credentials as well, and a name or password in a location is somebody's trick.
  if ((!toGet && (away ? call.body : hasStreamBody(call))) || !to.href.startsWith(`${to.origin}/`))
    return undefined;
  const travels = ([name]: [string, string]): boolean =>
    !(away ? !/^(accept|user-agent)/.test(name) : toGet && name.startsWith("content-"));
  return {
    ...call,
    url: to.href,
    headers: Object.fromEntries(Object.entries(call.headers).filter(travels)),
    ...(toGet && { method: "GET", body: undefined }),
  };
}
