import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../size/bundle.js";
import type { Measurement } from "../row.js";
import { counted } from "../support/stats.js";

const folder = join(repository, "src/ampersand/funcs");

/** How long the generated function files of this repository are. */
export const lines: Measurement = {
  name: "lines",
  async measure() {
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const most = (count: (text: string) => number): number => Math.max(...texts.map(count));
    const name = `longest of ${texts.length} generated function files`;
    return [
      counted(name, "lines", most(lineCount), 45),
      counted(
        `${name}, without comments and imports`,
        "lines",
        most((text) => lineCount(codeOnly(text))),
        25,
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
