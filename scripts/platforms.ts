/**
 * `npm run platforms`: writes the files that are derived from `platforms.json`. With `--check`,
 * writes nothing and exits with 1 if a file is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { filesOf } from "./platform-files.js";
import { readPlatformList } from "./platform-list.js";

const check = process.argv.includes("--check");
for (const [path, content] of await filesOf(readPlatformList())) {
  if (existsSync(path) && readFileSync(path, "utf8") === content) continue;
  if (check) {
    console.error(`${path} is out of date with platforms.json. Run npm run platforms.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, content);
    console.log(path);
  }
}
