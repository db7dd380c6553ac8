import { serve } from "connections-sdk/testing";

/** Two emulated platforms, and a customer who signs in: what takes the place of the real ones. */
export interface Vendors extends AsyncDisposable {
  /** The base URL of a platform. */
  serverURL(platform: "ampersand" | "nango"): string;
  /**
   * Where to send the browser. With the real platforms, this is the `authorizationUrl` itself:
   * here, a page of the emulator is in its place.
   */
  signInURL(authorizationUrl: string, returnTo: string): string;
}

/** Uses the emulator at the URL in `EMULATOR`, or starts one on a free port. */
export async function vendors(): Promise<Vendors> {
  const running = process.env["EMULATOR"]?.replace(/\/$/, "");
  const served = running ? undefined : await serve();
  const url = running || served!.url; // one of them
  const paths = { ampersand: "/ampersand/v1", nango: "/nango" };
  return {
    serverURL: (platform) => url + paths[platform],
    signInURL(authorizationUrl, returnTo) {
      const query = new URLSearchParams({ url: authorizationUrl, return: returnTo });
      return `${url}/__emulator/sign-in?${query}`;
    },
    async [Symbol.asyncDispose]() {
      await served?.close();
    },
  };
}
