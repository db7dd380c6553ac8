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
    const wish = call.init?.redirect;
    let at = call;
    for (let hops = 0; ; hops++) {
      const reply = await transport(at);
      if (reply.type === "opaqueredirect") {
        throw new ConnectionError(
          "The server redirects, and browsers do not tell where to: set serverURL to the final address",
        );
      }
      if (!REDIRECTS.has(reply.status) || wish === "manual") return reply;
      if (wish === "error")
        throw new ConnectionError(
          `The server redirects (status ${reply.status}), which fetchOptions.redirect forbids`,
        );
      const next = redirected(at, reply);
      if (next === undefined) return reply;
      if (hops === MOST_HOPS) throw new ConnectionError(`More than ${MOST_HOPS} redirects`);
      await reply.body?.cancel().catch(() => {});
      at = next;
    }
  };
}

/** The call that a redirect asks for, or `undefined` where it is not to be followed. */
function redirected(call: Call, reply: Reply): Call | undefined {
  const location = reply.headers.get("location");
  if (location === null) return undefined;
  const from = new URL(call.url);
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    return undefined;
  }
  if (to.protocol !== from.protocol && to.protocol !== "https:") return undefined;
  const turnsToGet =
    reply.status === 303 ? call.method !== "HEAD" : reply.status < 303 && call.method === "POST";
  // A stream has been sent already and cannot be sent again.
  if (!turnsToGet && call.body instanceof ReadableStream) return undefined;
  const headers = to.origin === from.origin ? { ...call.headers } : withoutCredentials(call);
  if (!turnsToGet) return { ...call, url: to.href, headers };
  delete headers["content-type"];
  return { ...call, url: to.href, headers, method: "GET", body: undefined };
}

function withoutCredentials(call: Call): Record<string, string> {
  const mask = maskOf(call.secrets);
  return Object.fromEntries(
    Object.entries(call.headers).filter(
      ([name, value]) => name !== "authorization" && name !== "cookie" && mask(value) === value,
    ),
  );
}
