import { expect, test } from "vitest";
import type { Installed } from "./installed.js";
import { runtimePaths } from "./paths.js";
import { platformNames } from "../support/platforms.js";

/** What the web platform brings, and runtimes make when it is first asked for. */
const webClasses = `
  AbortController AbortSignal DOMException Event EventTarget MessageChannel
  Blob File FormData Headers Request Response WebSocket fetch
  ReadableStream TransformStream WritableStream CompressionStream
  TextDecoder TextEncoder URL URLSearchParams atob btoa
  crypto navigator performance structuredClone
`
  .trim()
  .split(/\s+/);

/** The names of the classes that users make. */
const sdks = /^(SDK|SDKNodePlatform|Nango|CodatPlatform|MammothAnalytics)(Core)?$/;

/** What loading the package does besides: nothing. */
export function loadingTests(installed: () => Installed): void {
  const formats = [
    ["importing", "module", "await import"],
    ["requiring", "commonjs", "require"],
  ] as const;

  test.each(formats)(
    "%s the package and creating any SDK touches no web API",
    async (_, type, load) => {
      // Each costs milliseconds at its first use, and some runtimes lack some: what is not called
      // must not be looked up.
      const program = `(async () => {
      const touched = [];
      for (const name of ${JSON.stringify(webClasses)}) {
        const { value, get } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
        Object.defineProperty(globalThis, name, { configurable: true, get() {
          touched.push(name);
          return value ?? get?.call(globalThis);
        } });
      }
      const made = {};
      for (const path of ${JSON.stringify(runtimePaths(installed()))})
        for (const [name, value] of Object.entries(${load}(path)))
          if (${sdks}.test(name)) made[name] = value;
      const afterLoading = [...touched];
      for (const name of Object.keys(made)) new made[name]({ apiKeyHeader: "k", authHeader: "k", connectionSecret: "k" });
      for (const platform of ${JSON.stringify(platformNames)}) {
        const make = ${load}("connections-sdk/" + platform);
        new made.SDK({ platform: make[platform]({}) }).connections.metadata;
      }
      console.log(JSON.stringify({ made: Object.keys(made).sort(), afterLoading, afterConstruction: touched }));
    })()`;
      const printed = await installed().run(program, { type });
      const made = [
        "CodatPlatform",
        "CodatPlatformCore",
        "MammothAnalytics",
        "MammothAnalyticsCore",
        "Nango",
        "NangoCore",
        "SDK",
        "SDKCore",
        "SDKNodePlatform",
        "SDKNodePlatformCore",
      ];
      expect(printed).toEqual({ made, afterLoading: [], afterConstruction: [] });
    },
  );

  test("importing adds no globals", async () => {
    const program = `
      const before = new Set(Reflect.ownKeys(globalThis));
      for (const path of ${JSON.stringify(runtimePaths(installed()))}) await import(path);
      console.log(JSON.stringify(Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String)));
    `;
    expect(await installed().run(program)).toEqual([]);
  });

  test("importing reads no environment variable of ours and starts nothing", async () => {
    const program = `
      const read = [];
      const env = process.env;
      process.env = new Proxy(env, { get: (target, key) => (read.push(String(key)), target[key]) });
      for (const path of ${JSON.stringify(runtimePaths(installed()))}) await import(path);
      process.env = env;
      const running = process.getActiveResourcesInfo().filter((kind) => /Timeout|Immediate|TCP|Worker|Message/.test(kind));
      // Node's own loader reads its own settings.
      console.log(JSON.stringify({ read: read.filter((name) => !/^(NODE_|WATCH_)/.test(name)), running }));
    `;
    expect(await installed().run(program)).toEqual({ read: [], running: [] });
  });

  test("it works where code generation from strings is disallowed", async () => {
    const program = `
      import { SDK, HTTPClient } from "connections-sdk";
      const httpClient = new HTTPClient({ fetcher: async () => new Response("[]", { headers: { "content-type": "application/json" } }) });
      const sdk = new SDK({ apiKeyHeader: "k", httpClient });
      console.log(JSON.stringify(await sdk.connections.list({ projectIdOrName: "p" })));
    `;
    const flags = ["--disallow-code-generation-from-strings"];
    expect(await installed().run(program, { flags })).toEqual({ connections: [] });
  });
}
