import { spawn } from "node:child_process";
import { build } from "esbuild";

/** How a program runs. */
export interface ProgramOptions {
  /** The folder that its imports are relative to. */
  readonly folder: string;
  /** Flags of Node. */
  readonly flags?: readonly string[];
  /** Kills it: the signal of a test, which aborts when the test is out of time. */
  readonly signal: AbortSignal;
}

/**
 * Runs a TypeScript module in a Node of its own, and returns what it printed by the time that it
 * ended.
 */
export async function runProgram(
  source: string,
  { folder, flags = [], signal }: ProgramOptions,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  const child = spawn(process.execPath, [...flags, "--input-type=module"], { signal });
  // What the signal ends is reported by the test.
  child.on("error", () => {});
  child.stdin.end(outputFiles[0]?.text);
  let printed = "";
  for await (const chunk of child.stdout) printed += String(chunk);
  return printed.trim();
}
