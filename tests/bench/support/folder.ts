import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";

/** The folder where the other clients are installed. */
export const benchFolder: string = join(repository, "tests/bench");

/** Runs a callback with a temporary folder, from which programs can resolve the other clients. */
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
