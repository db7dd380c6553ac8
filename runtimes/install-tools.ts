import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "./run-process.js";
import { folder } from "./tools.js";

const lock = join(folder, "package-lock.json");
const stamp = join(folder, "node_modules/.installed");

/** Installs what the lock file names, unless that is there already. Without a registry the cases that need it are not run. */
export async function installTools(): Promise<void> {
  const wanted = readFileSync(lock, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("installing the runtimes ...");
  try {
    // The programs are in the packages: no script has to run.
    await runProcess("npm", ["ci", "--ignore-scripts", "--fetch-retries=1"], { cwd: folder });
    writeFileSync(stamp, wanted);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
