/**
 * `npm run platforms`: writes what follows from `platforms.json` into package.json, tsconfig.json and the emulator. With
 * `--check` it writes nothing, and exits with 1 if a file is not what the list gives.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { filesOf } from "./platform-files.js";
import { readPlatformList } from "./platform-list.js";

const check = process.argv.includes("--check");
for (const [path, content] of await filesOf(readPlatformList())) {
  if (existsSync(path) && readFileSync(path, "utf8") === content) continue;
  if (check) {
    console.error(`${path} is not what platforms.json gives. Run npm run platforms.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, content);
    console.log(path);
  }
}
