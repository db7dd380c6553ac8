/** `npm run surface`: writes down what of the built package is public, for the test that notices when it changes. */
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
