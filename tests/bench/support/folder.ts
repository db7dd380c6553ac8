import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";

/** Where the peers are installed. */
export const benchFolder: string = join(repository, "tests/bench");

/** Does something with a folder of its own, in which programs find the peers by looking up through folders. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const parent = join(benchFolder, ".tmp");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "run-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
