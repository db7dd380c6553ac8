/**
 * Finds a platform's code in a bundle: by the modules that it came from, and by words that only the
 * platform uses.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { platformNames } from "../support/platforms.js";
import { type Bundle, repository } from "./bundle.js";

/** The modules of a platform that left code in a bundle, relative to its two folders. */
export function modulesOf(platform: string, { files }: Bundle): string[] {
  const folder = folderOf(platform);
  return files.flatMap(({ path }) => (folder.test(path) ? path.replace(folder, "") : []));
}

/**
 * What in a bundle's code only this platform says: its name, wherever it stands, and the words that
 * occur in its own sources and in no others. The bundle must keep the names of the sources.
 */
export function wordsOf(platform: string, { code }: Bundle): string[] {
  const own = uniqueWords.get(platform);
  const name = new RegExp(platform, "i");
  return [...words(code)].filter((word) => own?.has(word) === true || name.test(word));
}

function folderOf(platform: string): RegExp {
  return new RegExp(`^src/(?:connections/)?platforms/${platform}/`);
}

function words(code: string): Set<string> {
  return new Set(code.match(/[A-Za-z_$][\w$]*/g));
}

/** The words of every source file that can be part of a bundle. */
const sources = ["src/lib", "src/platforms", "src/connections", "src/node"].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({
      path: `${folder}/${path}`,
      words: words(readFileSync(join(repository, folder, path), "utf8")),
    })),
);

const uniqueWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  platformNames.map((platform) => {
    const folder = folderOf(platform);
    const own = new Set<string>();
    for (const { path, words } of sources)
      if (folder.test(path)) for (const word of words) own.add(word);
    for (const { path, words } of sources)
      if (!folder.test(path)) for (const word of words) own.delete(word);
    return [platform, own];
  }),
);
