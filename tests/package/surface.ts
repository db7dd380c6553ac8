import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { surfaceOf } from "../../scripts/surface-text.js";
import type { Installed } from "./installed.js";

const folder = fileURLToPath(new URL("surface/", import.meta.url));

/** The public surface is recorded, so that every change of it shows in a review. */
export function surfaceTests(installed: () => Installed): void {
  test("the public surface is the one that `npm run surface` recorded", () => {
    const surface = surfaceOf(installed().folder);
    const names = readdirSync(folder);
    expect(new Set(surface.keys())).toEqual(new Set(names));
    // A file at a time, so that what fails shows the lines that differ.
    for (const name of names) expect(surface.get(name)).toBe(readFileSync(folder + name, "utf8"));
  });
}
