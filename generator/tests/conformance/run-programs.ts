import { spawn } from "node:child_process";

/** The ways out that programs are run with. */
export type Transport = "fetch" | "node";

interface Line {
  readonly name: string;
  readonly error?: string;
}

/** Runs all programs and returns the error of each; `undefined` for one that passed. */
export function runPrograms(
  main: string,
  origin: string,
  transport: Transport,
): Promise<ReadonlyMap<string, string | undefined>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, origin, transport], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    child.on("error", reject);
    child.on("close", () => {
      const lines = output.split("\n").filter((line) => line.startsWith("{"));
      // written by run-all.ts
      const results = lines.map((line) => JSON.parse(line) as Line);
      resolve(new Map(results.map(({ name, error }) => [name, error])));
    });
  });
}
