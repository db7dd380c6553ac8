import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../size/bundle.js";
import type { Installed } from "./installed.js";
import { platformNames } from "../support/platforms.js";

/** What CommonJS modules need in order to import all of another module. It has no source. */
const bundlersOwn = "dist/chunks/rolldown-runtime.cjs";

/** What the tarball contains, and what it does not. */
export function fileTests(installed: () => Installed): void {
  const read = (path: string): string => readFileSync(join(installed().folder, path), "utf8");
  const files = (pattern: RegExp): readonly string[] =>
    installed().packed.filter((path) => pattern.test(path));

  test("the tarball contains the build, its sources, documentation and examples", () => {
    const build = /^(dist\/[^.]+\.(js|cjs|d\.ts|d\.cts)(\.map)?|src\/[^.]+\.ts|package\.json)$/;
    const manual = /^(docs\/[^.]+\.md|docs\/benchmarks\.svg|examples\/[^.]+\.ts)$/;
    const others = installed().packed.filter((path) => !build.test(path) && !manual.test(path));
    const guides = ["CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];
    expect(new Set(others)).toEqual(new Set([...guides, "LICENSE", "generator/README.md"]));
    expect(
      files(/\.(test|spec|bench)\.|\b(tests?|fixtures?|bench)\//).filter(
        (path) => !emulator.test(path),
      ),
    ).toEqual([]);
  });

  test("every module has declarations and declaration maps for both formats", () => {
    const modules = files(/^src\/.*\.ts$/).map((path) => path.slice("src/".length, -".ts".length));
    const declarations = ["d.ts", "d.cts", "d.ts.map", "d.cts.map"];
    const expected = modules.flatMap((module) =>
      declarations.map((end) => `dist/${module}.${end}`),
    );
    expect(new Set(files(/^dist\/.*\.d\.c?ts(\.map)?$/))).toEqual(new Set(expected));
  });

  test("the tarball stays small", () => {
    // Sources, maps, declarations for both formats and documentation; what an application loads of
    // it is weighed in tests/size.
    expect(installed().size.packed).toBeLessThanOrEqual(1_400_000);

    expect(installed().size.unpacked).toBeLessThanOrEqual(7_000_000);
  });

  test("the build contains no code of other packages", () => {
    const maps = files(/^dist\/.*\.map$/);
    const sources = maps.flatMap((path) => (JSON.parse(read(path)) as SourceMap).sources);
    expect(sources).not.toEqual([]);
    expect(sources.filter((source) => source.includes("node_modules/"))).toEqual([]);
  });

  test("there are no runtime dependencies and every peer is optional", () => {
    const { dependencies, optionalDependencies, bundleDependencies, ...manifest } = JSON.parse(
      read("package.json"),
    ) as Record<string, Record<string, unknown>>;
    expect([dependencies, optionalDependencies, bundleDependencies]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(Object.keys(manifest["peerDependencies"] ?? {})).toEqual([
      "@opentelemetry/api",
      "msw",
      "undici",
      "zod",
    ]);
    expect(manifest["peerDependenciesMeta"]).toEqual({
      "@opentelemetry/api": { optional: true },
      msw: { optional: true },
      undici: { optional: true },
      zod: { optional: true },
    });
  });

  test("only the emulator, zod, OpenTelemetry and the transport for Node import other modules", () => {
    const imports = files(/^dist\/.*\.(js|cjs|ts|cts)$/).flatMap((path) =>
      [...read(path).matchAll(specifiers)]
        .map((match) => match[1] ?? match[2] ?? "")
        .filter((name) => !name.startsWith("."))
        .map((name) => `${path.startsWith("dist/chunks/") ? path : dirname(path)}: ${name}`),
    );
    const allowed = [
      /^dist\/testing(\/\w+)?: (msw|zod|node:http)$/,
      /^dist\/(lib\/)?node: node:(zlib|crypto|fs|fs\/promises|path|url)$/,
      /^dist\/lib\/otel: @opentelemetry\/api$/,
      /^dist\/(lib|connections|platforms\/\w+)\/zod(\/\w+)?: zod(\/mini|\/v4\/core)?$/,
      // No other chunk imports these: an import without zod would fail.
      /^dist\/chunks\/(\w+-)?zod\.c?js: zod(\/mini|\/v4\/core)?$/,
    ];
    expect(imports.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
  });

  test("the code is in one chunk for each platform and one for each shared part", () => {
    const code = files(/^dist\/.*\.js$/).filter((path) => !isFacade(read(path)));
    const names = [...platformNames, "connections", "lib"].flatMap((name) => [
      name,
      name === "lib" ? "zod" : `${name}-zod`,
    ]);
    const chunks = [...names, "webhook"].map((name) => `dist/chunks/${name}.js`);
    chunks.sort();
    const entries = [
      ...["lib/otel", "node"].map((name) => `dist/${name}/index.js`),
      // Those of the platforms that send webhooks.
      ...["ampersand", "nango"].map((name) => `dist/platforms/${name}/webhooks.js`),
      "dist/testing/index.js",
    ];
    expect(code).toEqual([...chunks, ...entries]);
    const commonjs = files(/^dist\/.*\.cjs$/)
      .filter((path) => path !== bundlersOwn)
      .filter((path) => !isFacade(read(path)));
    expect(commonjs).toEqual(code.map((path) => path.replace(/js$/, "cjs")));
  });

  test("source maps name their sources by relative paths, and the sources are packed once", () => {
    const wrong = files(/\.map$/).flatMap((path) => {
      const map = JSON.parse(read(path)) as SourceMap;
      return map.sources
        .filter((source) => !isFound(join(installed().folder, path), source))
        .map((source) => `${path}: ${source}`)
        .concat(map.sourcesContent === undefined ? [] : `${path}: inlined sources`);
    });
    expect(wrong).toEqual([]);
  });

  test("every file with code of its own has a source map", () => {
    const wrong = files(/^dist\/.*\.(js|cjs|ts|cts)$/)
      .filter((path) => path !== bundlersOwn)
      .filter((path) => !isFacade(read(path)))
      .filter((path) => {
        const name = /sourceMappingURL=(\S+)\s*$/.exec(read(path))?.[1];
        return name === undefined || join(dirname(path), name) !== `${path}.map`;
      });
    expect(wrong).toEqual([]);
    expect(files(/\.map$/).filter((path) => !existsSync(join(installed().folder, path)))).toEqual(
      [],
    );
  });

  test("no file contains a path of the machine that built it", () => {
    const paths = [repository, homedir(), installed().project].map((path) =>
      path.replace(/\/$/, ""),
    );
    const named = installed()
      .packed.map((path) => ({ path, text: read(path) }))
      .filter(({ text }) => paths.some((path) => text.includes(`${path}/`)));
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  test("every target of the exports field is packed", () => {
    const { exports } = JSON.parse(read("package.json")) as { exports: unknown };
    const targets = JSON.stringify(exports).match(/"\.\/dist\/[^"]+"/g) ?? [];
    const missing = targets
      .map((quoted) => quoted.slice(3, -1))
      .filter((target) => {
        const pattern = new RegExp(`^${target.replaceAll(".", "\\.").replace("*", "[^/]+")}$`);
        return !installed().packed.some((path) => pattern.test(path));
      });
    expect(missing).toEqual([]);
  });
}

/** What is for tests is an entry of its own. */
const emulator = /^(dist|src)\/testing\//;

/** `from "x"`, `import "x"`, `import("x")` and `require("x")`. */
const specifiers =
  /(?:^|[;\s})])(?:from|import)\s*["']([^"']+)["']|\b(?:import|require)\(\s*["']([^"']+)["']/gm;

/**
 * Whether a file has no code of its own: whatever it says names other files, and what it takes from
 * them.
 */
function isFacade(text: string): boolean {
  const passing = [
    /^import (\{[^}]*\} from )?"[^"]+";$/,
    /^export \{[^}]*\}( from "[^"]+")?;$/,
    /^"use strict";$|^Object\.defineProperty\(exports, Symbol\.toStringTag, \{ value: "Module" \}\);$/,
    /^(const \w+ = )?require\("[^"]+"\);$/,
    /^exports\.\w+ = \w+\.[\w$]+;$|^$/,
  ];
  return text.split("\n").every((line) => passing.some((pattern) => pattern.test(line)));
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: unknown;
}

function isFound(map: string, source: string): boolean {
  if (isAbsolute(source) || source.includes("://")) return false;
  return existsSync(join(dirname(map), source));
}
