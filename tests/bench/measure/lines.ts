import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Measurement } from "../measurement.js";
import { counted } from "../support/stats.js";

const folder = join(repository, "src/platforms/ampersand/funcs");

/**
 * The length of the longest generated function file. There is no limit: the generator cuts nothing.
 */
export const lines: Measurement = {
  name: "lines",
  async measure() {
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const most = (count: (text: string) => number): number => Math.max(...texts.map(count));
    const label = {
      table: "A generated function file",
      subject: `the longest of ${texts.length}`,
      unit: "lines",
    } as const;
    return [
      counted({ ...label, what: "all" }, most(lineCount)),
      counted(
        { ...label, what: "without comments and imports" },
        most((text) => lineCount(codeOnly(text))),
      ),
    ];
  },
};

function lineCount(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

function codeOnly(text: string): string {
  return text.replaceAll(/^\s*(\/\*\*[^]*?\*\/|\/\/.*)$/gm, "").replaceAll(/^import [^;]*;$/gm, "");
}
