import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BodyName } from "./bodies.js";
import { benchFolder } from "./folder.js";

/** Another client. */
export interface Peer {
  /** The name of its package, which is also its name in the tables. */
  readonly name: string;
  /** The file in `peers/` that creates it. */
  readonly file: string;
  /** The body that the server sends it. */
  readonly body: BodyName;
  /** Modules to bundle or load, by the part of the client that they import. */
  readonly modules: Readonly<Record<string, string>>;
  /** Whether it runs only on Node, and is therefore not bundled for browsers. */
  readonly nodeOnly?: boolean;
  /** A user's program of three lines. */
  readonly program: string;
}

/** The other clients, the simplest first. */
export const peers: readonly Peer[] = [
  {
    name: "undici",
    file: "undici.ts",
    body: "ampersand",
    modules: { undici: `export { request } from "undici";` },
    nodeOnly: true,
    program: `import { request } from "undici";
const { body } = await request("https://api.example.com/projects/p/connections");
console.log(await body.json());`,
  },
  {
    name: "openapi-fetch",
    file: "openapi-fetch.ts",
    body: "ampersand",
    modules: { "openapi-fetch": `export { default } from "openapi-fetch";` },
    program: `import createClient from "openapi-fetch";
const client = createClient<{ "/connections": { get: { responses: { 200: { content: { "application/json": string[] } } } } } }>();
console.log((await client.GET("/connections")).data);`,
  },
  {
    name: "ky",
    file: "ky.ts",
    body: "ampersand",
    modules: { ky: `export { default } from "ky";` },
    program: `import ky from "ky";
const client = ky.create({ prefixUrl: "https://api.example.com" });
console.log(await client.get("projects/p/connections").json());`,
  },
  {
    name: "axios",
    file: "axios.ts",
    body: "ampersand",
    modules: { axios: `export { default } from "axios";` },
    program: `import axios from "axios";
const client = axios.create({ baseURL: "https://api.example.com" });
console.log((await client.get("/projects/p/connections")).data);`,
  },
  {
    name: "openai",
    file: "openai.ts",
    body: "ampersand",
    modules: { openai: `export { default } from "openai";` },
    program: `import OpenAI from "openai";
const client = new OpenAI({ apiKey: "key" });
console.log(await client.get("/projects/p/connections"));`,
  },
  {
    name: "@nangohq/node",
    file: "nango.ts",
    body: "nango",
    modules: { "@nangohq/node": `export { Nango } from "@nangohq/node";` },
    program: `import { Nango } from "@nangohq/node";
const client = new Nango({ secretKey: "key" });
console.log((await client.listConnections()).connections);`,
  },
  {
    name: "@codat/platform",
    file: "codat.ts",
    body: "codat",
    modules: {
      "@codat/platform, one function": `export { CodatPlatformCore } from "@codat/platform/core.js";
export { connectionsList } from "@codat/platform/funcs/connectionsList.js";`,
      "@codat/platform": `export { CodatPlatform } from "@codat/platform";`,
    },
    program: `import { CodatPlatform } from "@codat/platform";
const client = new CodatPlatform({ authHeader: "key" });
console.log((await client.connections.list({ companyId: "c" })).results);`,
  },
  {
    name: "@openrouter/sdk",
    file: "openrouter.ts",
    body: "openrouter",
    modules: {
      "@openrouter/sdk, one function": `export { OpenRouterCore } from "@openrouter/sdk/core.js";
export { apiKeysList } from "@openrouter/sdk/funcs/apiKeysList.js";`,
      "@openrouter/sdk": `export { OpenRouter } from "@openrouter/sdk";`,
    },
    program: `import { OpenRouter } from "@openrouter/sdk";
const client = new OpenRouter({ apiKey: "key" });
console.log((await client.apiKeys.list()).data);`,
  },
];

/** The exact versions in `tests/bench/package.json`. */
export function pinned(): Readonly<Record<string, string>> {
  // ours
  return (read("package.json") as { devDependencies: Record<string, string> }).devDependencies;
}

/** Installs the clients, unless they are installed already. */
export async function installPeers(): Promise<readonly Peer[]> {
  const missing = Object.entries(pinned()).filter(([name, version]) => installed(name) !== version);
  if (missing.length > 0) {
    console.error(`installing what to compare with: npm ci --prefix tests/bench`);
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--silent"], { cwd: benchFolder });
  }
  return peers;
}

function installed(name: string): string | undefined {
  const path = `node_modules/${name}/package.json`;
  if (!existsSync(join(benchFolder, path))) return undefined;
  return (read(path) as { version: string }).version; // every package says so
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(benchFolder, path), "utf8"));
}
