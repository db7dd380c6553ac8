import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { setupServer } from "msw/node";
import ts from "typescript";
import { afterAll, expect, test, vi } from "vitest";
import { createEmitContext } from "../../../src/emit/context.js";
import { createSite } from "../../../src/emit/docs/site.js";
import { emitPackage } from "../../../src/emit/package/index.js";
import { api, embedded, names } from "../support/connections-api.js";

// Inside the repository, where msw can be resolved.
const folder = new URL("../../../../.tmp/handlers/", import.meta.url);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Handlers = Parameters<typeof setupServer>;

/** The handlers as their users import them. */
async function generated(): Promise<Handlers> {
  const mode = { kind: "standalone", runtimeFiles: [], document: [], target: "x" } as const;
  const files = emitPackage(createSite(createEmitContext(api, names, { ...embedded, mode })));
  const file = files.find(({ path }) => path === "src/testing/handlers.ts");
  const { outputText } = ts.transpileModule(file?.text ?? "", {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  mkdirSync(folder, { recursive: true });
  const module = new URL("handlers.mjs", folder);
  writeFileSync(module, outputText);
  const { handlers } = (await import(module.href)) as {
    handlers: (options: { baseURL: string }) => Handlers; // the generated module has this shape
  };
  return handlers({ baseURL: "https://api.example.test/v1" });
}

test("generated handlers never print or throw what they receive", async () => {
  const secret = "c4nary0fTheKey";
  const printed: unknown[] = [];
  const spies = (["log", "info", "warn", "error", "debug", "trace"] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...parts) => void printed.push(...parts)),
  );
  const double = setupServer(...(await generated()));
  double.listen({ onUnhandledRequest: "error" });
  const headers = { authorization: `Bearer ${secret}`, "x-api-key": secret };
  const statuses: number[] = [];
  for (const id of ["p", "%ff", "%00", "(.+)+$", secret]) {
    const url = `https://api.example.test/v1/projects/${id}/connections`;
    const body = `{"apiKey":"${secret}`;
    for (const [path, init] of [
      [`${url}?key=${secret}`, { headers }],
      [`${url}:generate`, { headers, method: "POST", body }],
    ] as const) {
      const response = await fetch(path, init);
      statuses.push(response.status);
      expect(await response.text()).not.toContain(secret);
    }
  }
  double.close();
  for (const spy of spies) spy.mockRestore();
  expect(printed).toEqual([]);
  // msw responds with 500 if a handler throws.
  expect(Math.max(...statuses)).toBeLessThan(300);
});
