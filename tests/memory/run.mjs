/**
 * `npm run test:memory`: runs every script of this folder in a process of its own, or those that
 * the arguments name. A script fails by its exit code.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const names = process.argv.slice(2);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs") && name !== "run.mjs")
  .filter((name) => names.length === 0 || names.includes(name.replace(".mjs", "")));

for (const script of scripts) {
  console.log(`\n== ${script}`);
  const args = ["--expose-gc", "--import", "tsx", `${folder}${script}`];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) {
    console.log(`${script} failed`);
    process.exitCode = 1;
  }
}
if (scripts.length === 0) throw new Error(`There is no script ${names.join(", ")}.`);
