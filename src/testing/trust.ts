const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])$/;
/** Names that only this machine or its network resolves: no owner of a domain can have one. */
const LOCAL_NAME = /^[\w-]*$|\.(?:internal|local)$/;

/**
 * Whether a request may control the emulator. Programs may, and so may pages of this machine. A
 * page of the web may not: neither from its own origin, nor with a name of its own that it has made
 * to mean this machine (DNS rebinding). Nothing tells such a page from a program when it reads its
 * own origin, so a name of the web is refused to both, unless the server was given it.
 *
 * @param headers - The headers of the request.
 * @param served - The host name that the server was given.
 */
export function mayControl(headers: Headers, served: string): boolean {
  const host = hostnameOf(`http://${headers.get("host") ?? ""}`);
  const isNear = [LOOPBACK, ADDRESS, LOCAL_NAME].some((known) => known.test(host));
  if (!isNear && host !== served) return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  const page = hostnameOf(origin);
  return LOOPBACK.test(page) || (page !== "" && page === host);
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
