import type { Target } from "../target.js";
import { type Tool, binary } from "../tools.js";
import { type Runner, commandLineCases } from "./command-line.js";

function found(): Tool {
  const kind = `@deno/${process.platform}-${process.arch}`;
  const name = process.platform === "win32" ? "deno.exe" : "deno";
  return binary(["-glibc", ""].map((suffix) => [kind + suffix, name]));
}

/** Runs with only the permissions that the SDK needs, without access to the environment. */
const runner: Runner = ({ project, program }) => ({
  file: found().folder,
  args: [
    "run",
    "--no-prompt",
    "--no-remote",
    "--node-modules-dir=manual",
    "--allow-net=127.0.0.1",
    `--allow-read=${project}`,
    // msw reads it.
    ...(program === "emulator" ? ["--allow-env"] : []),
  ],
});

/** Deno. */
export const deno: Target = {
  name: "deno",
  cases: commandLineCases("Deno", () => found().version, runner),
};
