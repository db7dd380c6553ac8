import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./size/bundle.js";
import { platformNames } from "./support/platforms.js";

/**
 * The folders of the runtime core, the lowest first: a file imports from its own folder and from
 * lower ones.
 */
const layers = [
  "web",
  "schema",
  "zod",
  "errors",
  "spec",
  "call",
  "transport",
  "pipeline",
  "operation",
  "xml",
  "stream",
  "otel",
  "hooks",
  "webhook",
  "oauth",
  "node",
];

test.each(layers)("imports in lib/%s point down", (layer) => {
  const upwards = importsIn(`src/lib/${layer}`)
    .map(({ from, to }) => ({
      from,
      to,
      target: posix.relative("src/lib", to).split("/")[0] ?? "",
    }))
    .filter(({ target }) => layers.indexOf(target) > layers.indexOf(layer));
  expect(upwards).toEqual([]);
});

test("the runtime core imports only itself", () => {
  expect(importsIn("src/lib").filter(({ to }) => !to.startsWith("src/lib/"))).toEqual([]);
});

test("every folder of the runtime core has a layer", () => {
  const folders = readdirSync(join(repository, "src/lib"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(new Set(folders)).toEqual(new Set(layers));
});

test.each(platformNames)("the generated SDK of %s imports itself and the runtime core", (name) => {
  const home = `src/platforms/${name}/`;
  const outside = importsIn(home).filter(
    ({ to }) => !to.startsWith(home) && !to.startsWith("src/lib/"),
  );
  expect(outside).toEqual([]);
});

/** The parts of the unified API, the lowest first. Modules beside the folders are parts too. */
const parts = [
  "vocabulary",
  "platforms",
  "core",
  "run-verb",
  "platform",
  "funcs",
  "legacy",
  "sdk",
  "any-sdk",
  "models",
  "zod",
  "index",
];

/** The part that a module belongs to. */
function partOf(path: string): string {
  return posix.relative("src/connections", path).replace(/\.ts$/, "").split("/")[0] ?? "";
}

test.each(parts)("imports in connections/%s point down", (part) => {
  const upwards = importsIn("src/connections")
    .filter(({ from, to }) => partOf(from) === part && to.startsWith("src/connections/"))
    .filter(({ to }) => parts.indexOf(partOf(to)) > parts.indexOf(part));
  expect(upwards).toEqual([]);
});

test("every part of the unified API has a layer", () => {
  const names = readdirSync(join(repository, "src/connections"));
  expect(new Set(names.map((name) => name.replace(/\.ts$/, "")))).toEqual(new Set(parts));
});

test.each(platformNames)("in the unified API, %s imports no other platform", (name) => {
  const own = [`src/connections/platforms/${name}/`, `src/platforms/${name}/`];
  const below = ["src/connections/vocabulary/", "src/lib/"];
  const others = importsIn(`src/connections/platforms/${name}`).filter(
    ({ to }) => ![...own, ...below].some((folder) => to.startsWith(folder)),
  );
  expect(others).toEqual([]);
});

test("there are no import cycles", () => {
  expect(cycles(importsIn("src"))).toEqual([]);
});

test("only their own entry points import the emulator and the transport for Node", () => {
  const into = importsIn("src").filter(({ from, to }) =>
    ["src/testing/", "src/node/"].some((home) => to.startsWith(home) && !from.startsWith(home)),
  );
  expect(into).toEqual([]);
});

test("only schemas of zod import our code for zod, so that nothing else needs zod", () => {
  const ofZod = /^src\/(lib|connections|platforms\/\w+)\/zod\//;
  const into = importsIn("src").filter(({ from, to }) => ofZod.test(to) && !ofZod.test(from));
  expect(into).toEqual([]);
  const imported = filesIn("src")
    .filter((path) => /from "zod["/]/.test(readFileSync(join(repository, path), "utf8")))
    .filter((path) => !ofZod.test(path) && !path.startsWith("src/testing/"));
  expect(imported).toEqual([]);
});

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import that is part of a circle of imports. */
function cycles(imports: readonly Import[]): readonly Import[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const leadsTo = (start: string, goal: string): boolean => {
    const seen = new Set<string>();
    const open = [start];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (path === goal) return true;
      if (seen.has(path)) continue;
      seen.add(path);
      open.push(...(targets.get(path) ?? []));
    }
    return false;
  };
  return imports.filter(({ from, to }) => leadsTo(to, from));
}

/**
 * The relative imports and exports of the files below a folder, as paths from the root of the
 * repository.
 */
function importsIn(folder: string): readonly Import[] {
  return filesIn(folder).flatMap((from) => {
    const text = readFileSync(join(repository, from), "utf8");
    return [...text.matchAll(/^(?:import|export|\}) [^;]*?from "(\.[^"]+)\.js"/gm)].map(
      ([, to]) => ({
        from,
        to: `${posix.join(posix.dirname(from), to ?? "")}.ts`,
      }),
    );
  });
}

/** The source files below a folder, as paths from the root of the repository. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")));
}
