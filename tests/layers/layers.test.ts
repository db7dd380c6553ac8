import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../size/bundle.js";

/** The folders of the runtime core, the lowest first: a file imports from its own folder and from lower ones. */
const layers = [
  "web",
  "schema",
  "errors",
  "description",
  "call",
  "transport",
  "pipeline",
  "operation",
];

/** The files beside the folders that stand for a whole folder. */
const doors: Readonly<Record<string, string>> = { schema: "schema", errors: "errors" };

test.each(layers)("imports in lib/%s point down", (layer) => {
  const upwards = importsIn(`src/lib/${layer}`)
    .map(({ from, to }) => ({
      from,
      to,
      target: posix.relative("src/lib", to).split("/")[0] ?? "",
    }))
    .filter(({ target }) => layers.indexOf(doors[target] ?? target) > layers.indexOf(layer));
  expect(upwards).toEqual([]);
});

test("the runtime core imports nothing but itself", () => {
  expect(importsIn("src/lib").filter(({ to }) => !to.startsWith("src/lib/"))).toEqual([]);
});

test("every folder of the runtime core has its place", () => {
  const folders = readdirSync(join(repository, "src/lib"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(new Set(folders)).toEqual(new Set(layers));
});

test.each(["ampersand", "nango", "codat", "mammoth"])(
  "of %s, only platform.ts knows the shared vocabulary",
  (platform) => {
    const home = `src/${platform}/`;
    const outside = importsIn(home).filter(
      ({ from, to }) =>
        !to.startsWith(home) &&
        !to.startsWith("src/lib/") &&
        ![`${home}platform.ts`, `${home}index.ts`].includes(from),
    );
    expect(outside).toEqual([]);
  },
);

test("nothing but an entry point of their own imports the emulator or the transport for Node", () => {
  const into = importsIn("src").filter(({ from, to }) =>
    ["src/testing/", "src/node/"].some((home) => to.startsWith(home) && !from.startsWith(home)),
  );
  expect(into).toEqual([]);
});

interface Import {
  readonly from: string;
  readonly to: string;
}

/** The relative imports and exports of the files below a folder, as paths from the root of the repository. */
function importsIn(folder: string): readonly Import[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const from = posix.join(folder, name.replaceAll("\\", "/"));
      const text = readFileSync(join(repository, from), "utf8");
      return [...text.matchAll(/^(?:import|export|\}) [^;]*?from "(\.[^"]+)\.js"/gm)].map(
        ([, to]) => ({
          from,
          to: `${posix.join(posix.dirname(from), to ?? "")}.ts`,
        }),
      );
    });
}
