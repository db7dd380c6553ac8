/** The emulator's page, and who may control the emulator. runtimes/targets/pages.ts opens it. */
import { request as send } from "node:http";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { pageFiles } from "../../src/testing/page/files.js";
import { mayControl } from "../../src/testing/trust.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

test.for(Object.keys(pageFiles))("%s is served with a policy", async (name) => {
  const path = name === "page.html" ? "/" : `/__emulator/${name}`;
  const response = await fetch(served.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

/** Sends a request with headers that `fetch` would not send. */
function status(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = send(served.url + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject).end();
  });
}

const evil = "https://evil.example";
const reset = "/__emulator/reset";
test.for<[what: string, headers: Record<string, string>, status: number]>([
  ["a program", {}, 204],
  ["a program that names the host otherwise", { host: "emulator:4010" }, 204],
  ["a page of this machine", { origin: "http://localhost:5173" }, 204],
  [
    "another page of this machine",
    { origin: "http://[::1]:80", "sec-fetch-site": "cross-site" },
    204,
  ],
  ["a page of the web", { origin: evil, "sec-fetch-site": "cross-site" }, 403],
  ["a page without an origin", { origin: "null" }, 403],
  ["a form of the web", { "sec-fetch-site": "cross-site", origin: evil }, 403],
  ["a page that made its name mean this machine", { host: "evil.example", origin: evil }, 403],
  [
    "the same page, without an origin",
    { host: "evil.example", "sec-fetch-site": "same-origin" },
    403,
  ],
  // Browsers send neither an origin nor Sec-Fetch headers to a page of http that reads its own.
  ["the same page, in an old way", { host: "evil.example:80" }, 403],
  ["a page of a name without a host", { host: "evil.example.", origin: "null" }, 403],
  ["a program in another container", { host: "host.docker.internal:4010" }, 204],
  ["a program in the same network", { host: "emulator.test-runs.svc.cluster.local" }, 204],
  ["a name that ends like this machine's", { origin: "http://localhost.evil.example" }, 403],
])("%s: a reset is a %3$i", async ([, headers, expected]) => {
  expect(await status("POST", reset, headers)).toBe(expected);
});

test.for(["/__emulator/log", "/__emulator/state", "/"])(
  "a page that made its name mean this machine cannot read %s",
  async (path) => {
    expect(await status("GET", path, { host: "evil.example" })).toBe(403);
    expect(await status("GET", path, { host: "127.0.0.1.evil.example" })).toBe(403);
    expect(await status("GET", path, { host: "localhost" })).toBe(200);
  },
);

test("no page can put the sign-in into a frame of its own", async () => {
  const url = encodeURIComponent("https://salesforce.example.com/authorize?state=x");
  const response = await fetch(`${served.url}/__emulator/sign-in?url=${url}`);
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("a customer who has signed in goes on to any URL of the application", async () => {
  const { emulator, url } = served;
  const [{ linkUrl } = { linkUrl: "" }] = emulator.codat.connections;
  for (const back of ["http://localhost:5173/größe?ä=ö", "http://localhost:5173/a\n/b"]) {
    const query = new URLSearchParams({ url: linkUrl, return: back });
    const address = `${url}/__emulator/sign-in?${query}`;
    const response = await fetch(address, { method: "POST", redirect: "manual" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(new URL(back).href);
  }
});

test("a server with a name of the web can be controlled by that name", async () => {
  const headers = new Headers({ host: "emulator.example:4010" });
  expect(mayControl(headers, "emulator.example")).toBe(true);
  expect(mayControl(headers, "127.0.0.1")).toBe(false);
  headers.set("origin", "http://evil.example");
  expect(mayControl(headers, "emulator.example")).toBe(false);
});

test("a body that does not end is not held in memory", async () => {
  const chunk = new Uint8Array(1024 * 1024);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 1000) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const headers = { origin: evil };
  const request = new Request(served.url + reset, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  await expect(fetch(request)).rejects.toThrow(TypeError);
  expect(sent).toBeLessThan(200);
  expect(served.emulator.log.at(-1)).toMatchObject({ method: "POST", path: reset });
  expect(await status("POST", reset, {})).toBe(204);
});

test("a page of the web cannot read the state, and can call the platforms", async () => {
  const headers = { origin: evil, "sec-fetch-site": "cross-site" };
  expect(await status("GET", "/__emulator/state", headers)).toBe(403);
  expect(await status("GET", "/", headers)).toBe(403);
  expect(await status("GET", "/ampersand/v1/projects", headers)).not.toBe(403);
});

interface State {
  readonly connections: readonly { platform: string; id: string; status: string }[];
  readonly signIns: readonly { platform: string; key: string }[];
  readonly log: { readonly from: number; readonly entries: readonly object[] };
}

const state = async (from = 0): Promise<State> =>
  (await (await fetch(`${served.url}/__emulator/state?from=${from}`)).json()) as State;

const post = (path: string, body: object): Promise<Response> =>
  fetch(served.url + path, { method: "POST", body: JSON.stringify(body) });

test("the state has the connections of every platform, and no credentials", async () => {
  const shown = await state();
  expect(new Set(shown.connections.map(({ platform }) => platform))).toEqual(
    new Set(["ampersand", "nango", "codat", "mammoth"]),
  );
  expect(JSON.stringify(shown)).not.toMatch(/access-0001|password-0005|otp=|session_token/);
});

test("the log starts where the page has read to", async () => {
  for (let i = 0; i < 3; i += 1) await fetch(`${served.serverURL("nango")}/connections`);
  expect((await state(2)).log).toMatchObject({ from: 2, entries: [{}] });
  served.emulator.reset();
  expect((await state(3)).log).toMatchObject({ from: 0, entries: [] });
});

test("every status that the page offers can be set, and no other", async () => {
  const { connections } = await state();
  for (const { platform, id, ...connection } of connections) {
    const { statuses } = connection as unknown as { statuses: string[] };
    for (const status of statuses) {
      expect((await post("/__emulator/status", { platform, id, status })).status).toBe(204);
      const now = (await state()).connections.find((one) => one.id === id);
      expect(now?.status).toBe(status);
    }
    expect((await post("/__emulator/status", { platform, id, status: "x" })).status).toBe(400);
  }
});

test("a customer signs in by the key of the page, once", async () => {
  const session = { tags: { organization_id: "acme" }, allowed_integrations: ["hubspot"] };
  await fetch(`${served.serverURL("nango")}/connect/sessions`, {
    method: "POST",
    headers: {
      authorization: "Bearer 4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19",
      "content-type": "application/json",
    },
    body: JSON.stringify(session),
  });
  const key = (await state()).signIns.find(({ platform }) => platform === "nango")?.key;
  const signIn = { key, outcome: "allow" };
  expect((await post("/__emulator/sign-in", signIn)).status).toBe(204);
  expect((await post("/__emulator/sign-in", signIn)).status).toBe(400);
  expect(served.emulator.nango.connections.at(-1)?.tags).toEqual({ organization_id: "acme" });
});
