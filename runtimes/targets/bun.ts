import type { Target } from "../target.js";
import { type Tool, binary } from "../tools.js";
import { commandLineCases } from "./command-line.js";

/**
 * The package `bun` has its program in a package per kind of machine. Run from there, it needs no
 * install script.
 */
function found(): Tool {
  const kind = `@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : "x64"}`;
  return binary(
    ["", "-baseline", "-musl", "-musl-baseline"].map((suffix) => [
      kind + suffix,
      process.platform === "win32" ? "bin/bun.exe" : "bin/bun",
    ]),
  );
}

/** Bun. */
export const bun: Target = {
  name: "bun",
  cases: commandLineCases(
    "Bun",
    () => found().version,
    () => ({ file: found().folder, args: ["--no-install"] }),
  ),
};
