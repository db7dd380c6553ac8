import { expect, test } from "vitest";
import type { Installed } from "./installed.js";
import { runtimePaths } from "./paths.js";

/**
 * Classes are the same object through every path of a format, and the two formats work together.
 */
export function identityTests(installed: () => Installed): void {
  const formats = [
    ["import", "module", "await import"],
    ["require", "commonjs", "require"],
  ] as const;

  test.each(formats)("by %s, a class is the same object on every path", async (_, type, load) => {
    const program = `(async () => {
      const seen = {};
      for (const path of ${JSON.stringify(runtimePaths(installed()))})
        for (const [name, value] of Object.entries(${load}(path))) {
          const isClass = typeof value === "function" && /^class\\b/.test(String(value));
          if (isClass && name !== "Connections") (seen[name] ??= []).push(value);
        }
      const counts = { several: Object.keys(seen).filter((name) => new Set(seen[name]).size > 1) };
      for (const [name, values] of Object.entries(seen)) counts[name] = values.length;
      console.log(JSON.stringify(counts));
    })()`;
    const counts = (await installed().run(program, { type })) as Record<string, unknown>;
    expect(counts["several"]).toEqual([]);
    expect(counts["SDKCore"]).toBeGreaterThanOrEqual(3);
    for (const name of ["SDKError", "APIError", "APIProblem", "SDKValidationError", "HTTPClient"])
      expect(counts[name], name).toBeGreaterThanOrEqual(2);
  });

  test("a function of one module format takes a client of the other, and errors keep their names", async () => {
    const program = `
      import { createRequire } from "node:module";
      const require = createRequire(process.cwd() + "/x.js");
      const names = {
        core: "connections-sdk/ampersand/core.js", root: "connections-sdk",
        list: "connections-sdk/ampersand/funcs/connectionsList.js", rootList: "connections-sdk/funcs/connectionsList.js",
      };
      const esm = {}, cjs = {};
      for (const [key, path] of Object.entries(names)) { esm[key] = await import(path); cjs[key] = require(path); }
      const problem = { title: "no such project" };
      const fetcher = async ({ url }) => url.includes("none")
        ? new Response(JSON.stringify(problem), { status: 404, headers: { "content-type": "application/problem+json" } })
        : new Response("[]", { headers: { "content-type": "application/json" } });
      const outcomes = [];
      for (const [client, funcs] of [[esm, cjs], [cjs, esm]]) {
        const httpClient = new client.root.HTTPClient({ fetcher });
        const options = { apiKeyHeader: "k", httpClient };
        const core = new client.core.SDKNodePlatformCore(options);
        const root = new client.root.SDK(options);
        const broken = new client.core.SDKNodePlatformCore({ ...options, middleware: [() => () => { throw new client.root.InvalidRequestError("mine"); }] });
        for (const [list, ask] of [[funcs.list.connectionsList, core], [funcs.rootList.connectionsList, root]])
          for (const projectIdOrName of ["some", "none", ""]) {
            const { ok, error } = await list(ask, { projectIdOrName });
            outcomes.push(ok || error.name);
          }
        outcomes.push((await funcs.list.connectionsList(broken, { projectIdOrName: "some" })).error.name);
      }
      console.log(JSON.stringify(outcomes));
    `;
    const declared = "ListConnectionsInputValidationProblem";
    const once = [true, declared, "SDKValidationError"];
    const outcomes = (await installed().run(program)) as unknown[];
    const expected = [...once, ...once];
    expect([outcomes.slice(0, 6), outcomes.slice(7, 13)]).toEqual([expected, expected]);
    // An error class of the other format is a stranger here: it is wrapped, and not lost.
    for (const at of [6, 13])
      expect(["InvalidRequestError", "UnexpectedClientError"]).toContain(outcomes[at]);
  });
}
