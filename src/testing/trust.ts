const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])$/;

/**
 * Whether a request may control the emulator. Programs may, and so may pages of this machine. A
 * page of the web may not: neither from its own origin, nor with a name of its own that it has made
 * to mean this machine (DNS rebinding).
 */
export function mayControl(headers: Headers): boolean {
  const origin = headers.get("origin");
  const isPage = origin !== null || headers.has("sec-fetch-site");
  if (!isPage) return true;
  const host = hostnameOf(`http://${headers.get("host") ?? ""}`);
  const page = origin === null ? host : hostnameOf(origin);
  return LOOPBACK.test(page) || (page === host && ADDRESS.test(page))
    ? LOOPBACK.test(host) || ADDRESS.test(host)
    : false;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
