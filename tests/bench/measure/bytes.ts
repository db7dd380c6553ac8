import { bundle } from "../../size/bundle.js";
import * as modules from "../../size/modules.js";
import type { Measurement, Request, Row } from "../row.js";
import { counted } from "../support/stats.js";

/** What a user's bundle grows by: esbuild, minified, from the sources. */
export const bytes: Measurement = {
  name: "bytes",
  async measure({ detailed }: Request) {
    const one = await bundle(modules.platformFunction);
    const two = await bundle(modules.twoPlatformFunctions);
    const rows = [
      ...weights("one function with its core", one, 8_000),
      ...weights("one root function with SDKCore", await bundle(modules.rootFunction)),
      ...weights("the root SDK", await bundle(modules.rootSDK), 16_000),
      counted("a second function, gzip", "B", two.gzip - one.gzip),
    ];
    if (!detailed) return rows;
    return [
      ...rows,
      ...one.files.map(({ path, bytes }) => counted(`  ${path}, minified`, "B", bytes)),
    ];
  },
};

function weights(
  what: string,
  { min, gzip, brotli }: { min: number; gzip: number; brotli: number },
  target?: number,
): readonly Row[] {
  return [
    counted(`${what}, gzip`, "B", gzip, target),
    counted(`${what}, brotli`, "B", brotli),
    counted(`${what}, minified`, "B", min),
  ];
}
