/** The emulators do not print, throw or log secrets of requests. */
import { inspect } from "node:util";
import { type PlatformName, createEmulator } from "connections-sdk/testing";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { found, hard } from "./places.js";
import { platformNames } from "../support/platforms.js";
import { limits } from "../support/limits.js";

const CORE = "c4nary0fTheKey";
const SECRET = hard(CORE);
const emulator = createEmulator();
const doubles = setupServer(...emulator.handlers);
const stray: unknown[] = [];
const note = (error: unknown): void => void stray.push(error);
const printed: unknown[] = [];
const methods = ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const;

beforeAll(() => {
  doubles.listen({ onUnhandledRequest: "error" });
  process.on("unhandledRejection", note);
  for (const method of methods)
    vi.spyOn(console, method).mockImplementation(
      (...parts: unknown[]) => void printed.push(...parts),
    );
});
afterEach(() => emulator.reset());
afterAll(() => {
  doubles.close();
  process.off("unhandledRejection", note);
  vi.restoreAllMocks();
});

const json = JSON.stringify({ apiKey: SECRET, credentials: { password: SECRET }, provider: "x" });
const form = new URLSearchParams({ client_secret: SECRET });
const bodies: readonly (readonly [type: string, body: string])[] = [
  ["application/json", json],
  ["application/json", json.slice(0, -3)],
  ["application/json", json.replace('"', "'")],
  ["application/x-www-form-urlencoded", form.toString()],
  ["text/plain", `token: ${SECRET}`],
];
const paths = [
  "/projects/my-project/connections",
  "/projects/my-project/connections:generate",
  "/connection",
  "/connections",
  "/companies/c/connections",
  "/companies/c/connections/c/authorization",
  "/workspaces/1/projects/1/connectors/postgres/connections",
  "/%ff",
];

test.for(platformNames as readonly PlatformName[])(
  "the emulated %s neither prints nor logs the secrets of requests",
  { timeout: limits.computing },
  async (platform) => {
    const base = emulator.serverURL(platform);
    const headers = {
      authorization: `Basic ${Buffer.from(`${SECRET}:`).toString("base64")}`,
      cookie: `session=${encodeURIComponent(SECRET)}`,
      "x-api-key": SECRET,
      "x-api-secret": SECRET,
      "x-amz-security-token": SECRET,
    };
    const urls = paths.map((path) => `${base}${path}?${new URLSearchParams({ token: SECRET })}`);
    for (const [i, url] of urls.entries()) {
      if (i % 2 === 1) emulator.fail({ malformed: true, platform });
      for (const [type, body] of bodies) {
        const init = { method: "POST", headers: { ...headers, "content-type": type }, body };
        const response = await fetch(url, init);
        const text = await response.text();
        // msw responds so if a handler throws.
        expect(text).not.toContain("stack");
      }
      await fetch(url, { headers });
    }
    expect(emulator.log.length).toBe(urls.length * (bodies.length + 1));
    for (const what of [emulator.log, printed, stray, emulator])
      expect(found(inspect(what, { depth: 20, maxArrayLength: Infinity }), CORE)).toBe(false);
  },
);
