/** `npm run sizes`: bundles what users import and writes the sizes to `tests/size/sizes.json`. */
import { existsSync, writeFileSync } from "node:fs";
import { bundle } from "./bundle.js";
import { bundles } from "./bundles.js";
import { type Size, readSizes, sizeOf, sizesPath } from "./sizes.js";

const before = existsSync(sizesPath) ? readSizes() : {};
const sizes: Record<string, Size> = {};
for (const { name, module } of bundles) {
  const size = sizeOf(await bundle(module));
  sizes[name] = size;
  console.log(`${String(size.gzip).padStart(6)} B  ${name}${changed(before[name], size)}`);
}
writeFileSync(sizesPath, `${JSON.stringify(sizes, null, 2)}\n`);

function changed(before: Size | undefined, { gzip }: Size): string {
  if (before === undefined) return ", new";
  return before.gzip === gzip ? "" : `, was ${before.gzip} B`;
}
