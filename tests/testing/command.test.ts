import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { readOptions } from "../../scripts/emulator-options.js";
import { limits } from "../support/limits.js";

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "scripts/emulator.ts", ...args]);
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout!, "data")) as [Buffer];
  return chunk.toString().split("\n", 1)[0]!;
}

test.concurrent.for(["SIGINT", "SIGTERM"] as const)(
  "the command prints its URL and serves until %s",
  { timeout: limits.processes },
  async (signal) => {
    const child = run("--port", "0");
    const exited = once(child, "exit");
    const url = /^Emulator at (http:\/\/127\.0\.0\.1:\d+)$/.exec(await firstLine(child))?.[1];
    expect((await fetch(`${url}/__emulator/log`)).status).toBe(200);
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
  },
);

test.concurrent(
  "the command exits with one line about an invalid port",
  { timeout: limits.processes },
  async () => {
    const child = run("--port", "http");
    const [[chunk], [code]] = await Promise.all([
      once(child.stderr!, "data") as Promise<[Buffer]>,
      once(child, "exit"),
    ]);
    expect(code).toBe(1);
    expect(chunk.toString()).toBe(
      "--port must be a number from 0 to 65535 (0 for a free one), not http.\n",
    );
  },
);

test.for([
  [[], { port: 4010, host: "127.0.0.1" }],
  [["--port", "0", "--host", "::1"], { port: 0, host: "::1" }],
  [["--port=65535"], { port: 65_535, host: "127.0.0.1" }],
] as const)("the options %j are read", ([args, options]) => {
  expect(readOptions(args)).toEqual(options);
});

test.for([
  [["--port", "65536"], "not 65536."],
  [["--port", ""], "--port must be a number"],
  [["--port=-1"], "not -1."],
  [["--prot", "1"], "Unknown option '--prot'"],
  [["4010"], "Unexpected argument '4010'"],
] as const)("the options %j are refused", ([args, message]) => {
  expect(() => readOptions(args)).toThrow(message);
});
