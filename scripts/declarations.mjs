// Writes the declarations of the build: a .d.ts per module with a map to the shipped source, and a
// .d.cts for CommonJS.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const tsc = "node_modules/typescript7/bin/tsc";
const flags = ["--noEmit", "false", "--declaration", "--declarationMap", "--emitDeclarationOnly"];
rmSync("dist/.types", { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json", ...flags, "--outDir", "dist"], {
  stdio: "inherit",
});

let count = 0;
for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".d.ts")) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const commonjs = path.replace(/\.d\.ts$/, ".d.cts");
  const text = readFileSync(path, "utf8")
    .replace(/((?:from|import\()\s*["']\.{1,2}\/[^"']*?)\.js(["'])/g, "$1.cjs$2")
    .replace(/(import\s+["']\.{1,2}\/[^"']*?)\.js(["'])/g, "$1.cjs$2")
    .replace(
      `sourceMappingURL=${entry.name}.map`,
      `sourceMappingURL=${entry.name.replace(/\.d\.ts$/, ".d.cts")}.map`,
    );
  writeFileSync(commonjs, text);
  const map = JSON.parse(readFileSync(`${path}.map`, "utf8"));
  writeFileSync(
    `${commonjs}.map`,
    JSON.stringify({ ...map, file: map.file.replace(/\.d\.ts$/, ".d.cts") }),
  );
  count++;
}
console.log(`declarations: ${count} modules, for ESM and CommonJS`);
