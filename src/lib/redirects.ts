import type { Call } from "./call.js";
import { ConnectionError } from "./errors/client.js";
import { maskOf } from "./promise.js";
import type { Reply } from "./reply.js";
import type { Transport } from "./transport.js";

const MOST_HOPS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Follows redirects itself, because `fetch` would carry a key in a header of its own name along to any host. To another
 * origin a call goes without credentials, and never from https to http.
 *
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function following(transport: Transport): Transport {
  return async (call) => {
    let at = call;
    for (let hops = 0; ; hops++) {
      const reply = await transport(at);
      const wish = call.init?.redirect;
      const hidden = reply.type === "opaqueredirect";
      if ((!hidden && !REDIRECTS.has(reply.status)) || wish === "manual") return reply;
      if (hidden || wish === "error" || hops === MOST_HOPS)
        throw new ConnectionError(
          `The server redirects, ${hidden ? "to where the browser does not tell" : hops ? `more than ${MOST_HOPS} times` : "which fetchOptions.redirect forbids"}: set serverURL to the final address`,
        );
      const next = redirected(at, reply);
      if (next === undefined) return reply;
      await reply.body?.cancel().catch(() => {});
      at = next;
    }
  };
}

/** The call that a redirect asks for, or `undefined` where it is not to be followed. */
function redirected(call: Call, reply: Reply): Call | undefined {
  const from = new URL(call.url);
  let to: URL;
  try {
    to = new URL(reply.headers.get("location") ?? "//", from);
  } catch {
    return undefined;
  }
  if (to.protocol !== from.protocol && to.protocol !== "https:") return undefined;
  const { status } = reply;
  const toGet = status === 303 ? call.method !== "HEAD" : status < 303 && call.method === "POST";
  // A stream has been sent already and cannot be sent again.
  if (!toGet && "getReader" in Object(call.body)) return undefined;
  const mask = maskOf(call.secrets);
  const headers = Object.fromEntries(
    Object.entries(call.headers).filter(
      ([name, value]) =>
        (to.origin === from.origin ||
          (name !== "authorization" && name !== "cookie" && mask(value) === value)) &&
        !(toGet && name === "content-type"),
    ),
  );
  return {
    ...call,
    url: to.href,
    headers,
    ...(toGet && { method: "GET", body: undefined }),
  };
}
