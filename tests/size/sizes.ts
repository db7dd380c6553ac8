/** The record of bundle sizes in `sizes.json`, and how a bundle compares to it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bundle } from "./bundle.js";

/** The size of one bundle. */
export interface Size {
  /** The whole bundle, minified and gzipped, in bytes. */
  readonly gzip: number;
  /** What each source file adds to it, minified, in bytes. */
  readonly files: Readonly<Record<string, number>>;
}

/** Sizes by the name of the bundle. */
export type Sizes = Readonly<Record<string, Size>>;

/** Where the record is kept. `npm run sizes` writes it. */
export const sizesPath: string = fileURLToPath(new URL("sizes.json", import.meta.url));

/** How much a bundle may grow before somebody has to look: as a fraction of its recorded size. */
const SLACK = 0.01;

/** Reads the record. */
export function readSizes(): Sizes {
  return JSON.parse(readFileSync(sizesPath, "utf8")) as Sizes; // written by record.ts
}

/** The size of a bundle, as it is recorded. */
export function sizeOf({ gzip, files }: Bundle): Size {
  const entries = files.map(({ path, bytes }) => [path, bytes] as const);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return { gzip, files: Object.fromEntries(entries) };
}

/** The largest gzipped size that still counts as the same. */
export function limitOf({ gzip }: Pick<Size, "gzip">): number {
  return Math.ceil(gzip * (1 + SLACK));
}

/**
 * The source files that add more to a bundle than is recorded, the most grown first, one a line.
 */
export function growth(before: Size, now: Size): string {
  const grown = Object.entries(now.files)
    .map(([path, bytes]) => ({ path, bytes, by: bytes - (before.files[path] ?? 0) }))
    .filter(({ by }) => by > 0);
  grown.sort((a, b) => b.by - a.by);
  return grown
    .map(({ path, bytes, by }) => `  ${path} grew by ${by} bytes, from ${bytes - by} to ${bytes}`)
    .join("\n");
}
