import { expect, test } from "vitest";
import type { Installed } from "./installed.js";
import { importPaths, runtimePaths } from "./paths.js";

/** The requests of the root SDK have no schemas of their own. */
const typesOnly = /^connections-sdk\/models\/operations(\.js)?$/;

type Names = Readonly<Record<string, readonly string[]>>;

/** Every path can be imported and required, and has the same names in both formats. */
export function entryTests(installed: () => Installed): void {
  const namesOf = async (load: string, type: "module" | "commonjs", paths: readonly string[]) =>
    (await installed().run(
      `(async () => {
        const names = {};
        for (const path of ${JSON.stringify(paths)}) names[path] = Object.keys(${load}(path)).sort();
        console.log(JSON.stringify(names));
      })()`,
      { type, peers: true },
    )) as Names;

  test("every path can be imported and exports values unless it only has types", async () => {
    const names = await namesOf("await import", "module", importPaths(installed()));
    expect(Object.keys(names).length).toBeGreaterThan(50);
    const empty = Object.keys(names).filter((path) => names[path]?.length === 0);
    expect(empty.filter((path) => !typesOnly.test(path))).toEqual([]);
  });

  test("requiring a path gives the same names as importing it", async () => {
    const paths = importPaths(installed());
    const required = await namesOf("require", "commonjs", paths);
    const imported = await namesOf("await import", "module", paths);
    expect(required).toEqual(imported);
  });

  test("every path can be written with and without .js", () => {
    const paths = importPaths(installed());
    const missing = paths
      .filter((path) => path !== "connections-sdk")
      .filter((path) => !paths.includes(path.endsWith(".js") ? path.slice(0, -3) : `${path}.js`));
    expect(missing).toEqual([]);
  });

  test("a path that is not exported is refused", async () => {
    const code = await installed().run(
      `import("connections-sdk/lib/client.js").catch((e) => console.log(JSON.stringify(e.code)))`,
    );
    expect(code).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  test("only the emulator needs msw, it and schemas of zod need zod, and telemetry OpenTelemetry", async () => {
    const loaded = await installed().run(
      `for (const path of ${JSON.stringify(runtimePaths(installed()))}) await import(path);
       console.log("true");`,
    );
    expect(loaded).toBe(true);
    const emulator = await installed().run(
      `import("connections-sdk/testing").catch((e) => console.log(JSON.stringify(e.message)))`,
    );
    expect(emulator).toMatch(/msw|zod/);
    const telemetry = await installed().run(
      `import("connections-sdk/otel").catch((e) => console.log(JSON.stringify(e.message)))`,
    );
    expect(telemetry).toContain("@opentelemetry/api");
    for (const path of importPaths(installed()).filter((path) => /\/zod\b/.test(path))) {
      const schemas = await installed().run(
        `import("${path}").catch((e) => console.log(JSON.stringify(e.message)))`,
      );
      expect(schemas).toContain("'zod'");
    }
  });
}
