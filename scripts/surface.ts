/**
 * `npm run surface`: records the public surface of the built package, for the test that detects
 * changes to it.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { surfaceOf } from "./surface-text.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}tests/package/surface`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of surfaceOf(root)) {
  writeFileSync(`${folder}/${name}`, text);
  console.log(`${name}: ${text.split("\n").length - 1} lines`);
}
