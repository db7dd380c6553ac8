import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const fixtures = `${repository}generator/fixtures`;

const folders = [
  ...["ampersand", "nango", "codat", "mammoth"].map((name) => `${repository}src/${name}/funcs`),
  ...readdirSync(fixtures).map((name) => `${fixtures}/${name}/sdk/funcs`),
].filter((folder) => existsSync(folder));

test("no function file is longer than 45 lines, or has more than 25 of code", () => {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const tooLong = files.flatMap((file) => {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    // Imports and the comment come first.
    const code = lines.slice(lines.findIndex((line) => line.startsWith("export const ")));
    const name = file.slice(repository.length);
    return lines.length > 45 || code.length > 25
      ? [`${name}: ${lines.length}, ${code.length}`]
      : [];
  });
  expect(files.length).toBeGreaterThan(80);
  expect(tooLong).toEqual([]);
});
