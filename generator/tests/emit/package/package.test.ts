import { readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readRuntime } from "../../../src/load/package.js";
import { createEmitContext } from "../../../src/emit/context.js";
import { emitDocs } from "../../../src/emit/docs/index.js";
import { createSite } from "../../../src/emit/docs/site.js";
import { actions } from "../../../src/emit/package/ci-workflow.js";
import { emitPackage } from "../../../src/emit/package/index.js";
import { tools } from "../../../src/emit/package/manifest.js";
import { assignNames } from "../../../src/name/assign-names.js";
import type { EmitOptions } from "../../../src/output/emit-options.js";
import type { OutputFile } from "../../../src/output/output-file.js";
import { api, embedded, hostile, parameter, names } from "../support/connections-api.js";

const options: EmitOptions = {
  ...embedded,
  packageName: "@acme/connections",
  license: "MIT",
  mode: {
    kind: "standalone",
    runtimeFiles: [{ path: "src/lib/index.ts", text: "export {};\n" }],
    document: [{ path: ".speakeasy/openapi.yaml", text: "openapi: 3.1.0\n" }],
    target: "acme",
  },
};
const files = new Map(
  emitPackage(createSite(createEmitContext(api, names, options))).map(({ path, text }) => [
    path,
    text,
  ]),
);

function file(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not emitted`);
  return text;
}

test("an output in another package has no repository files", () => {
  expect(emitPackage(createSite(createEmitContext(api, names, embedded)))).toEqual([]);
});

test("a repository has everything to install, build, test and regenerate it", () => {
  expect(new Set(files.keys())).toEqual(
    new Set([
      ".github/workflows/ci.yml",
      ".gitignore",
      ".npmrc",
      ".speakeasy/gen.yaml",
      ".speakeasy/openapi.yaml",
      ".speakeasy/workflow.yaml",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "examples/connections.ts",
      "examples/sdk.ts",
      "package.json",
      "scripts/declarations.mjs",
      "src/lib/index.ts",
      "src/testing/handlers.ts",
      "src/tsconfig.json",
      "tests/connections.test.ts",
      "tests/sdk.test.ts",
      "tests/server.ts",
      "tsconfig.build.json",
      "tsconfig.json",
      "tsup.config.ts",
      "vitest.config.ts",
    ]),
  );
});

test("a repository with its own configuration keeps it", () => {
  const mode = {
    ...options.mode,
    kind: "standalone" as const,
    document: [],
    runtimeFiles: [],
    target: "acme",
  };
  const paths = emitPackage(createSite(createEmitContext(api, names, { ...options, mode }))).map(
    ({ path }) => path,
  );
  expect(paths.filter((path) => path.startsWith(".speakeasy"))).toEqual([]);
});

test("error classes are marked with the name of the package, not with that of the runtime's", () => {
  const { value: runtimeFiles = [] } = readRuntime();
  const marked = runtimeFiles.filter(({ text }) => text.includes("Symbol.for("));
  expect(marked.map(({ path }) => path)).toEqual(["src/lib/errors/base.ts"]);
  const mode = { kind: "standalone" as const, runtimeFiles, document: [], target: "acme" };
  const emitted = emitPackage(createSite(createEmitContext(api, names, { ...options, mode })));
  const base = emitted.find(({ path }) => path === "src/lib/errors/base.ts");
  expect(base?.text.match(/Symbol\.for\(.*?\)/g)).toEqual([
    `Symbol.for(${JSON.stringify(options.packageName)})`,
  ]);
});

test("tools have the versions of this workspace, and there are no runtime dependencies", () => {
  const root = JSON.parse(
    readFileSync(new URL("../../../../package.json", import.meta.url), "utf8"),
  );
  for (const [name, version] of Object.entries(tools))
    expect([name, version]).toEqual([name, root.devDependencies[name]]);
  const manifest = JSON.parse(file("package.json"));
  expect(manifest).toMatchObject({
    name: "@acme/connections",
    version: "0.1.0",
    type: "module",
    sideEffects: false,
    license: "MIT",
  });
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependenciesMeta).toEqual({
    "@opentelemetry/api": { optional: true },
    msw: { optional: true },
  });
  expect(manifest.overrides).toEqual(root.overrides);
});

function emitted(
  parts: Partial<EmitOptions>,
  others: EmitOptions = options,
): ReadonlyMap<string, OutputFile> {
  const site = createSite(createEmitContext(api, names, { ...others, ...parts }));
  return new Map(emitPackage(site).map((each) => [each.path, each]));
}

test("the files that their owner continues are editable, and no other", () => {
  const editable = [...emitted({}).values()].filter((each) => each.editable);
  expect(new Set(editable.map(({ path }) => path))).toEqual(
    new Set([".github/workflows/ci.yml", "CHANGELOG.md", "LICENSE"]),
  );
});

test.each([
  ["MIT", /^MIT License\n\nCopyright \(c\) Acme\n\nPermission is hereby granted/],
  ["ISC", /^ISC License\n\nCopyright \(c\) Acme\n\nPermission to use, copy/],
  ["MIT OR Apache-2.0", /^Copyright \(c\) Acme\n\nSPDX-License-Identifier: MIT OR Apache-2\.0\n/],
  [undefined, /^Copyright \(c\) Acme\. All rights reserved\.\n$/],
])("the license %s is in package.json, in gen.yaml and in LICENSE", (license, text) => {
  const { license: _, ...unlicensed } = options;
  const all = emitted({ ...(license && { license }), author: "Acme" }, unlicensed);
  expect(all.get("LICENSE")?.text).toMatch(text);
  const named = license ?? "UNLICENSED";
  expect(JSON.parse(all.get("package.json")?.text ?? "").license).toBe(named);
  expect(parse(all.get(".speakeasy/gen.yaml")?.text ?? "").typescript.license).toBe(named);
});

test("a license in another file is only named", () => {
  const all = emitted({ license: "SEE LICENSE IN terms.md" });
  expect(all.has("LICENSE")).toBe(false);
  expect(JSON.parse(all.get("package.json")?.text ?? "").license).toBe("SEE LICENSE IN terms.md");
});

test.each(["https://git.example/acme/sdk", "https://git.example/acme/sdk.git/"])(
  "the repository %s is named as npm does it",
  (repository) => {
    const all = emitted({ repository });
    expect(JSON.parse(all.get("package.json")?.text ?? "").repository).toEqual({
      type: "git",
      url: "git+https://git.example/acme/sdk.git",
    });
    expect(parse(all.get(".speakeasy/gen.yaml")?.text ?? "").typescript).toMatchObject({
      repository,
    });
  },
);

test("without a repository the package names none", () => {
  expect(JSON.parse(file("package.json"))).not.toHaveProperty("repository");
  expect(file(".speakeasy/gen.yaml")).not.toContain("repository");
});

function ciOf(parts: Partial<EmitOptions>) {
  return parse(emitted(parts).get(".github/workflows/ci.yml")?.text ?? "");
}

function commandsOf(parts: Partial<EmitOptions>): readonly string[] {
  return ciOf(parts).jobs.check.steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
}

test("CI checks the package on every Node that it supports, with the actions of ours", () => {
  const { jobs, permissions } = ciOf({});
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs.check.strategy.matrix.node).toEqual([20, 22, 24]);
  expect(commandsOf({})).toEqual(["npm ci", "npm run check"]);
  expect(commandsOf({ generatorPackage: "1.0.0" })).toEqual([
    "npm ci",
    "npm run check",
    "npm run generate:check",
  ]);
  const ours = readFileSync(
    new URL("../../../../.github/workflows/ci.yml", import.meta.url),
    "utf8",
  );
  for (const action of Object.values(actions)) expect(ours).toContain(`- uses: ${action}\n`);
});

test("dependencies of gen.yaml are added, and pinned versions win", () => {
  const additionalDependencies = {
    dependencies: { luxon: "3.0.0" },
    devDependencies: { vitest: "1.0.0", eslint: "9.0.0" },
  };
  const manifest = JSON.parse(
    emitPackage(
      createSite(createEmitContext(api, names, { ...options, additionalDependencies })),
    )[0]?.text ?? "",
  );
  expect(manifest.dependencies).toEqual({ luxon: "3.0.0" });
  expect(manifest.devDependencies).toMatchObject({ eslint: "9.0.0", vitest: "4.1.12" });
});

test("the generator is a dev dependency only if gen.yaml says which package it is", () => {
  const generatorPackage = "file:../clone/generator";
  const emitted = emitPackage(
    createSite(createEmitContext(api, names, { ...options, generatorPackage })),
  );
  const textOf = (path: string): string => emitted.find((each) => each.path === path)?.text ?? "";
  const manifest = JSON.parse(textOf("package.json"));
  expect(manifest.devDependencies).toEqual({ ...tools, sdkwright: generatorPackage });
  expect(manifest.scripts).toMatchObject({
    generate: "sdkwright generate",
    "generate:check": "sdkwright check",
  });
  expect(textOf("README.md")).toContain("npm run generate\n");
  expect(textOf(".speakeasy/gen.yaml")).toContain(`generatorPackage: "${generatorPackage}"\n`);
});

test("without its package, the README shows how to run the generator from a clone", () => {
  const manifest = JSON.parse(file("package.json"));
  expect(Object.keys(manifest.devDependencies)).toEqual(Object.keys(tools));
  expect(Object.keys(manifest.scripts)).not.toContain("generate");
  expect(file(".speakeasy/gen.yaml")).not.toContain("generatorPackage");
  expect(file("README.md")).toContain("generator/dist/cli.js generate\n");
});

test("nothing runs the generator with npx, which would fetch whichever package has its name", () => {
  const all = [...files.values()].join("\n");
  expect(all.match(/np(?:x|m exec)\s+(?!tsx )\S+/g)).toBeNull();
});

test("every module can be imported with and without .js, by both module systems", () => {
  const { exports } = JSON.parse(file("package.json"));
  for (const name of ["./core", "./funcs/*", "./models/*", "./testing"])
    expect(exports[`${name}.js`]).toEqual(exports[name]);
  expect(exports["./funcs/*"]).toEqual({
    import: { types: "./dist/funcs/*.d.ts", default: "./dist/funcs/*.js" },
    require: { types: "./dist/funcs/*.d.cts", default: "./dist/funcs/*.cjs" },
  });
});

test("the configuration is YAML with the options of the output", () => {
  expect(parse(file(".speakeasy/workflow.yaml"))).toEqual({
    workflowVersion: "1.0.0",
    sources: { "acme-document": { inputs: [{ location: "./.speakeasy/openapi.yaml" }] } },
    targets: { acme: { target: "typescript", source: "acme-document", output: "." } },
  });
  expect(parse(file(".speakeasy/gen.yaml"))).toEqual({
    generation: { sdkClassName: "SDKNodePlatform" },
    typescript: {
      version: "0.1.0",
      packageName: "@acme/connections",
      envVarPrefix: "SDKNODEPLATFORM",
      flattenGlobalSecurity: true,
      maxMethodParams: 0,
      dateTime: "date",
      license: "MIT",
    },
  });
});

test("every TypeScript and JavaScript file parses, whatever the document says", () => {
  for (const [path, text] of files) {
    if (!/\.(ts|mjs)$/.test(path)) continue;
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: path });
    expect(
      diagnostics?.map(({ messageText }) => messageText),
      path,
    ).toEqual([]);
  }
});

test("a handler responds with the document's example in the document's names", () => {
  expect(file("src/testing/handlers.ts"))
    .toContain(`/** GET /projects/{projectIdOrName}/connections */
export function listConnections(
  resolver: HttpResponseResolver<{ projectIdOrName: string }> = () =>
    HttpResponse.json(
      [
        {
          id: "<id>",
          create_time: "2024-01-01T00:00:00Z",
          group_ref: "group-123",
          status: "created",
        },
      ],
      { status: 200 },
    ),
  { baseURL = server }: HandlerOptions = {},
): HttpHandler {
  return on("get", baseURL, "/projects/{projectIdOrName}/connections", resolver);
}
`);
});

test("handlers of literal paths come before those that a parameter would match", () => {
  const search = {
    ...api.operations[2],
    id: "searchConnection",
    pointer: "#/paths/~1x/delete",
    suggestedName: "search",
    path: "/projects/{projectIdOrName}/connections/search",
    parameters: api.operations[2]?.parameters.slice(0, 1) ?? [],
  };
  const more = { ...api, operations: [...api.operations, search] } as typeof api;
  const text = emitHandlersOf(more);
  expect(text.indexOf("searchConnection(undefined")).toBeLessThan(
    text.indexOf("deleteConnection(undefined"),
  );
});

test("a smoke test calls method and function and checks the request", () => {
  expect(file("tests/connections.test.ts"))
    .toContain(`test("sdk.connections.list: GET /projects/{projectIdOrName}/connections", async () => {
  const value = await sdk.connections.list(listConnectionsRequest);
  const res = await connectionsList(sdk, listConnectionsRequest);
  expect(res).toEqual({ ok: true, value });
  const sent = await server.sent();
  expect(sent).toHaveLength(2);
  for (const each of sent) {
    expect(each).toMatchObject({
      method: "GET",
      path: "/projects/my-project/connections",
      query: { group_ref: "group-123", since: "2024-01-01T00:00:00.000Z" },
    });
  }
});
`);
});

test("a smoke test checks the values of headers and cookies, except credentials", () => {
  const [first] = api.operations;
  const parameters = [
    ...(first?.parameters ?? []),
    parameter("X-Trace", "header", { required: true, docs: { example: "t-1" } }),
    parameter("X-Odd", "header", { required: true, docs: { example: "ü" } }),
    parameter("X-API-Key", "header", { required: true, docs: { example: "k" } }),
    parameter("session", "cookie", { required: true, docs: { example: "s 1" } }),
  ];
  const operations = [{ ...first, parameters } as (typeof api.operations)[number]];
  const text = emittedOf({ operations }, "tests/connections.test.ts");
  expect(text).toContain('headers: { "x-trace": "t-1" },');
  expect(text).toContain('cookies: { session: "s 1" },');
});

test("a declared error is tested by its class", () => {
  const text = file("tests/connections.test.ts");
  expect(text).toContain(
    '{ status: 404, headers: { "content-type": "application/problem+json" } }',
  );
  expect(text).toContain(
    'expect(res.ok ? undefined : res.error.name).toBe("ListConnectionsProblem");',
  );
});

test("every operation has a smoke test", () => {
  const tests = [...files]
    .filter(([path]) => path.endsWith(".test.ts"))
    .map(([, text]) => text)
    .join("\n");
  for (const { method, path } of api.operations) expect(tests).toContain(`: ${method} ${path}"`);
});

test("the README has a table of all operations, with links to their pages", () => {
  const readme = file("README.md");
  const pages = new Map(
    emitDocs(createSite(createEmitContext(api, names, options))).map(({ path, text }) => [
      path,
      text,
    ]),
  );
  const links = [...readme.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) =>
    target.split("#"),
  );
  const prose = links.filter(([path = ""]) => path !== "../up.md");
  expect(prose.length).toBeGreaterThan(api.operations.length);
  for (const [path = ""] of prose) expect(pages.has(posix.normalize(path)), path).toBe(true);
  expect(readme).toContain(
    "| [sdk.connections.list](docs/sdks/connections/README.md#list) | `connectionsList` | List connections |",
  );
});

function emittedOf(given: Partial<typeof api>, file: string): string {
  const of = { ...api, ...given };
  const named = assignNames(of, { sdkClassName: "SDKNodePlatform" });
  return (
    emitPackage(createSite(createEmitContext(of, named, options))).find(({ path }) => path === file)
      ?.text ?? ""
  );
}

function readmeOf(given: Partial<typeof api>): string {
  return emittedOf(given, "README.md");
}

test("the README lists the credentials, their environment variables and how they are sent", () => {
  expect(file("README.md")).toContain(
    "| `apiKeyHeader` | `SDKNODEPLATFORM_API_KEY_HEADER` | the header `X-Api-Key` |",
  );
  const readme = readmeOf({
    schemes: [
      ...api.schemes,
      { key: "login", kind: "basic", docs: {} },
      { key: "k|1", kind: "apiKey", in: "query", name: "k|1", docs: {} },
    ],
    security: [[{ key: "APIKeyHeader" }], [{ key: "login" }, { key: "k|1" }]],
  });
  expect(readme).toContain(
    "| `login` |  | `Authorization: Basic`, from `{ username, password }` |",
  );
  expect(readme).toContain("the query parameter `k\\|1` |");
  expect(readme).toContain(
    "Calls authenticate with `apiKeyHeader`, or with `login` and `k1`. Some operations",
  );
  expect(readmeOf({ schemes: [], security: [] })).not.toContain("## Authentication");
});

test("a package has the runtime of OAuth, and a section on it, if a scheme gets access tokens", () => {
  const flows = {
    clientCredentials: "https://a.example/token",
    basic: false,
    parameters: [{ name: "audience", docs: { description: "The API." }, default: "things" }],
  };
  const schemes = [{ key: "login", kind: "oauth2", flows, docs: {} }] as const;
  const readme = readmeOf({ schemes });
  expect(readme).toContain(
    "| `login` | `SDKNODEPLATFORM_LOGIN`, or `SDKNODEPLATFORM_LOGIN_CLIENT_ID` and `SDKNODEPLATFORM_LOGIN_CLIENT_SECRET` | `Authorization: Bearer`, from an access token or `{ clientId, clientSecret }` |",
  );
  expect(readme).toContain("The client gets access tokens from `https://a.example/token`");
  expect(readme).toContain("| `audience` | The API. | `things` |");
  expect(file("README.md")).not.toContain("access tokens");
  const { value: runtimeFiles = [] } = readRuntime();
  const mode = { kind: "standalone" as const, runtimeFiles, document: [], target: "acme" };
  const oauthFiles = (given: typeof api): readonly string[] =>
    emitPackage(createSite(createEmitContext(given, names, { ...options, mode })))
      .map(({ path }) => path)
      .filter((path) => path.startsWith("src/lib/oauth/"));
  expect(oauthFiles(api)).toEqual([]);
  expect(oauthFiles({ ...api, schemes })).toContain("src/lib/oauth/index.ts");
});

test("the README lists the servers and the options for their URLs", () => {
  expect(file("README.md")).toContain(
    "The SDK calls `https://api.example.com/v1`. Pass `serverURL`",
  );
  const region = { name: "timeoutMs", default: "eu", values: ["eu", "us"] };
  const servers = [
    { url: "https://{timeoutMs}.example.com", variables: [region], description: "Live" },
    { url: "https://test.example.com", variables: [] },
  ];
  const readme = readmeOf({ servers });
  expect(readme).toContain("| `serverIdx: 0` | `https://{timeoutMsVariable}.example.com` | Live |");
  expect(readme).toContain(
    "`{timeoutMsVariable}` defaults to `eu`. Set it with the option `timeoutMsVariable` (`eu`, `us`).",
  );
  expect(readmeOf({ servers: [{ url: "/v1", variables: [] }] })).toContain("Pass `serverURL`");
});

test("a hostile document cannot break the README's table", () => {
  const rows = file("README.md").match(/^\| \[sdk\..*$/gm) ?? [];
  expect(rows).toHaveLength(api.operations.length);
  for (const row of rows) expect(row.replace(/\\[\\|]/g, "").split("|")).toHaveLength(5);
  expect(file("README.md").replace(/^<!-- .*-->$/gm, "")).not.toContain("<!-- x");
  expect(hostile).toContain("<!-- x");
});

function emitHandlersOf(of: typeof api): string {
  const named = assignNames(of, { sdkClassName: "SDKNodePlatform" });
  return (
    emitPackage(createSite(createEmitContext(of, named, options))).find(
      ({ path }) => path === "src/testing/handlers.ts",
    )?.text ?? ""
  );
}

function manifestOf(parts: Partial<EmitOptions>) {
  return JSON.parse(emitted(parts).get("package.json")?.text ?? "");
}

test.each(["zod", "zod-mini"] as const)("an SDK that validates with %s depends on zod", (mode) => {
  const manifest = manifestOf({ validation: mode });
  expect(manifest.dependencies).toEqual({ zod: "^4.1.13" });
  expect(manifest.peerDependencies).not.toHaveProperty("zod");
  expect(manifest.exports).not.toHaveProperty("./zod");
});

test("schemas of zod beside the built-in engine have an entry, and zod is an optional peer", () => {
  const manifest = manifestOf({ zodSchemas: "zod" });
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependencies).toMatchObject({ zod: "^4.1.13" });
  expect(manifest.peerDependenciesMeta).toMatchObject({ zod: { optional: true } });
  expect(manifest.devDependencies).toMatchObject({ zod: "4.6.7" });
  expect(manifest.exports["./zod.js"]).toEqual(manifest.exports["./zod"]);
  expect(emitted({ zodSchemas: "zod" }).get("tsup.config.ts")?.text).toContain("src/zod/index.ts");
});

const forZod = ["conversion", "define", "json-schema", "members", "variants"];

test.each<[parts: Partial<EmitOptions>, files: readonly string[]]>([
  [{}, []],
  [{ validation: "zod" }, [...forZod, "classic", "engine"]],
  [{ validation: "zod-mini" }, [...forZod, "mini", "engine"]],
  [{ zodSchemas: "zod" }, [...forZod, "classic"]],
])("with %j the runtime core has what zod needs", (parts, files) => {
  const { value: runtimeFiles = [] } = readRuntime();
  const mode = { kind: "standalone" as const, runtimeFiles, document: [], target: "acme" };
  const paths = [...emitted({ ...parts, mode }).keys()].filter((path) => path.includes("lib/zod/"));
  expect(new Set(paths)).toEqual(new Set(files.map((name) => `src/lib/zod/${name}.ts`)));
});

function settingsOf(parts: Partial<EmitOptions>): unknown {
  return parse(emitted(parts).get(".speakeasy/gen.yaml")?.text ?? "").typescript;
}

test("the configuration that regenerates a repository says what validates", () => {
  expect(settingsOf({ validation: "zod-mini" })).toMatchObject({ validation: "zod-mini" });
  expect(settingsOf({ zodSchemas: "zod" })).toMatchObject({ zodSchemas: "zod" });
  expect(settingsOf({})).not.toHaveProperty("validation");
});

function textOf(parts: Partial<EmitOptions>): string {
  return emitted(parts).get("README.md")?.text ?? "";
}

test("the README says what validates, and how to use the schemas of zod", () => {
  expect(textOf({})).toContain("has no dependencies.");
  expect(textOf({})).not.toContain("zod");
  expect(textOf({ validation: "zod" })).toContain("has one dependency: [zod](https://zod.dev).");
  expect(textOf({ validation: "zod-mini" })).toContain('import * as z from "zod/mini";');
  expect(textOf({ zodSchemas: "zod" })).toContain('from "@acme/connections/zod";');
});
