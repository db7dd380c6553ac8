/** No key is shown when Node prints an unhandled rejection or an uncaught exception. */
import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { KEY } from "./careless/failures.js";
import { found } from "./places.js";
import { limits } from "../support/limits.js";

const names = ["APIProblem", "SDKValidationError", "ResponseValidationError", "ConnectionError"];

/** The output of the program, which fails. */
function printed(way: string): Promise<string> {
  const args = ["--import", "tsx", "tests/security/careless/print.ts", way];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, (error, out, problems) =>
      error ? resolve(out + problems) : reject(new Error(`it did not fail: ${out}`)),
    );
  });
}

test.concurrent.for([
  ["rejection", "All promises were rejected"],
  ["exception", "It did not work"],
] as const)(
  "the key shows in nothing that is printed before an end by %s",
  { timeout: limits.processes },
  async ([way, last]) => {
    const text = await printed(way);
    expect(text.split("\n").filter((line) => found(line, KEY))).toEqual([]);
    for (const name of [...names, last]) expect(text).toContain(name);
  },
);
