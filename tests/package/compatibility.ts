import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { surfaceOf } from "../../scripts/surface-text.js";
import { limits } from "../support/limits.js";
import { compile, resolutions } from "./compiler.js";
import type { Installed } from "./installed.js";

/**
 * The names that were public before the vocabulary was settled, by import path. Never written to.
 */
const baseline = fileURLToPath(new URL("baseline/0.1.0.txt", import.meta.url));

/** Names that have changed since, and what they are called now. */
const renamed: Readonly<Record<string, string>> = {
  Authorization: "SignIn",
  Exchange: "HandledRequest",
  Reply: "TransportResponse",
};

/** What a path exports only the type of, although there is a value behind it. */
const typesOnly =
  /^connections-sdk\/models\/operations(\.js)?: |^connections-sdk\/\w+(\.js)?: APIPromise$/;

/**
 * Every import path keeps working, and so does every name but those that were renamed on purpose.
 */
export function compatibilityTests(installed: () => Installed): void {
  const now = (): Names => namesIn(surfaceOf(installed().folder).get("entries.txt") ?? "");
  const before = namesIn(readFileSync(baseline, "utf8"));
  const paths = [...before.keys()].flatMap(spellings);

  test("every import path of 0.1.0 is there", () => {
    const paths = now();
    expect([...before.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

  test("every name of 0.1.0 is there, or was renamed", () => {
    const paths = now();
    const lost = [...before].flatMap(([path, names]) =>
      [...names.keys()]
        .filter((name) => !paths.get(path)?.has(nameNow(name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test("a name that was renamed is gone", () => {
    const paths = [...now().values()];
    const left = Object.keys(renamed).filter((name) => paths.some((names) => names.has(name)));
    expect(left).toEqual([]);
  });

  test.each([
    ["imported", "module", "await import"],
    ["required", "commonjs", "require"],
  ] as const)(
    "every import path of 0.1.0 can be %s and has its values",
    async (_, type, load) => {
      const loaded = (await installed().run(
        `(async () => {
          const names = {};
          for (const path of ${JSON.stringify(paths)}) names[path] = Object.keys(${load}(path));
          console.log(JSON.stringify(names));
        })()`,
        { type, peers: true },
      )) as Readonly<Record<string, readonly string[]>>; // what the program prints
      expect(Object.keys(loaded)).toEqual(paths);
      const lost = [...before].flatMap(([path, names]) =>
        spellings(path).flatMap((spelling) =>
          [...names]
            .filter(([, kinds]) => /class|const|function/.test(kinds))
            .filter(([name]) => loaded[spelling]?.includes(nameNow(name)) !== true)
            .map(([name]) => `${spelling}: ${name}`)
            .filter((line) => !typesOnly.test(line)),
        ),
      );
      expect(lost).toEqual([]);
    },
    limits.processes,
  );

  test.each(Object.entries(resolutions))(
    "TypeScript 5.9 finds every path and name of 0.1.0 with %s resolution",
    async (name, { options, extensions }) => {
      const folder = join(installed().withPeers, `compatibility-${name}`);
      const source = [...before].flatMap(([path, names]) => reexports(path, [...names.keys()]));
      const files = extensions.map((extension) => [`main.${extension}`, source.join("\n")]);
      const common = {
        target: "es2022",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
      };
      const complaints = await compile(
        "5.9",
        folder,
        { ...common, ...options },
        Object.fromEntries(files) as Record<string, string>,
      );
      expect(complaints).toBe("");
    },
    limits.processes,
  );

  let modules = 0;

  /** Names every type and value of a path, written both ways. */
  function reexports(path: string, names: readonly string[]): string[] {
    return spellings(path).map((spelling) => {
      const module = `m${modules++}`;
      const list = names.map((name) => `${nameNow(name)} as ${module}_${name}`);
      return `export type { ${list.join(", ")} } from "${spelling}";`;
    });
  }
}

function nameNow(name: string): string {
  return renamed[name] ?? name;
}

/** Every path but the package itself can be written with and without `.js`. */
function spellings(path: string): readonly string[] {
  return path === "connections-sdk" ? [path] : [path, `${path}.js`];
}

/** By import path, what is public there, and as what: `class`, `function`, `const`, `type`. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads `entries.txt`: a path, then its names, indented. */
function namesIn(text: string): Names {
  return new Map(
    text
      .trim()
      .split("\n\n")
      .map((block) => {
        const [path = "", ...lines] = block.split("\n");
        // as written
        const names = lines.map((line) => line.trim().split(": ") as [string, string]);
        return [path, new Map(names)];
      }),
  );
}
