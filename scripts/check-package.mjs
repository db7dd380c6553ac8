// Packs the package as users install it, and checks it with publint and are-the-types-wrong.
// Requires a build.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "connections-sdk-"));
const run = (file, args) =>
  execFileSync(file, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
try {
  run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]);
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(".tgz")),
  );
  console.log(
    run(process.execPath, ["node_modules/publint/src/cli.js", "run", tarball, "--strict"]).trim(),
  );
  const entries = [
    "funcs/connectionsList",
    "funcs/connectionsList.js",
    "models/errors",
    "ampersand/funcs/connectionsList.js",
    "ampersand/models/errors",
  ];
  console.log(
    run(process.execPath, [
      "node_modules/@arethetypeswrong/cli/dist/index.js",
      tarball,
      "--profile",
      "node16",
      "--include-entrypoints",
      ...entries,
      "--exclude-entrypoints",
      "package.json",
    ]).trim(),
  );
} catch (error) {
  console.error(error.stdout ?? error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
