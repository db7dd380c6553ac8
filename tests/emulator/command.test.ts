import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "scripts/emulator.ts", ...args]);
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout!, "data")) as [Buffer];
  return chunk.toString().split("\n", 1)[0]!;
}

test.for(["SIGINT", "SIGTERM"] as const)("the command serves until %s", async (signal) => {
  const child = run("--port", "0");
  const exited = once(child, "exit");
  const url = /^Emulator at (http:\/\/127\.0\.0\.1:\d+)$/.exec(await firstLine(child))?.[1];
  expect((await fetch(`${url}/__emulator/log`)).status).toBe(200);
  child.kill(signal);
  expect(await exited).toEqual([0, null]);
});

test.for([
  [["--port", "http"], /^--port must be a number from 0 to 65535 .*, not http\.$/],
  [["--port", "65536"], /^--port must be a number/],
  [["--prot", "1"], /Unknown option '--prot'/],
] as const)("the command refuses %j with one line", async ([args, line]) => {
  const child = run(...args);
  const [[chunk], [code]] = await Promise.all([
    once(child.stderr!, "data") as Promise<[Buffer]>,
    once(child, "exit"),
  ]);
  expect(code).toBe(1);
  expect(chunk.toString().trim()).toMatch(line);
});
