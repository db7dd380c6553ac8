import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { surfaceOf } from "../../scripts/surface-text.js";
import type { Installed } from "./installed.js";

/** The names that were public before the vocabulary was settled, by import path. Never written to. */
const baseline = fileURLToPath(new URL("baseline/0.1.0.txt", import.meta.url));

/** Names that have changed since, and what they are called now. */
const renamed: Readonly<Record<string, string>> = {
  Exchange: "HandledRequest",
  Reply: "TransportResponse",
};

/** Every import path keeps working, and so does every name but those that were renamed on purpose. */
export function compatibilityTests(installed: () => Installed): void {
  const now = (): Names => namesIn(surfaceOf(installed().folder).get("entries.txt") ?? "");
  const before = namesIn(readFileSync(baseline, "utf8"));

  test("every import path of 0.1.0 is there", () => {
    const paths = now();
    expect([...before.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

  test("every name of 0.1.0 is there, or was renamed", () => {
    const paths = now();
    const lost = [...before].flatMap(([path, names]) =>
      [...names]
        .filter((name) => !paths.get(path)?.has(renamed[name] ?? name))
        .map((name) => `${path}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test("a name that was renamed is gone", () => {
    const paths = [...now().values()];
    const left = Object.keys(renamed).filter((name) => paths.some((names) => names.has(name)));
    expect(left).toEqual([]);
  });
}

type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads `entries.txt`: a path, then its names, indented. */
function namesIn(text: string): Names {
  return new Map(
    text
      .trim()
      .split("\n\n")
      .map((block) => {
        const [path = "", ...names] = block.split("\n");
        return [path, new Set(names.map((line) => line.trim().replace(/:.*/, "")))];
      }),
  );
}
