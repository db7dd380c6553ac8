/** The demo and the examples, as people start them. */
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

interface Ran {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

function run(path: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const options = { env: { ...process.env, NO_COLOR: "1", EMULATOR: "", ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", path], options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".ts") && name !== "demo.ts")
  .map((name) => `examples/${name}`);

test("examples are short", () => {
  const long = examples.filter((path) => readFileSync(path, "utf8").split("\n").length > 60);
  expect(long).toEqual([]);
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

// Two at a time: each is a process of its own.
test("examples run and end well", { timeout: 60_000 }, async () => {
  const waiting = [...examples];
  const failed: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const ran = await run(path);
      if (ran.code !== 0 || ran.stderr !== "" || ran.stdout === "") failed.push({ path, ...ran });
    }
  };
  await Promise.all([work(), work()]);
  expect(failed).toEqual([]);
});

test("the demo shows every verb and ends well", { timeout: 30_000 }, async () => {
  const { code, stdout, stderr } = await run("examples/demo.ts");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.split("\n");
  for (const line of [
    /^ {2}ok list +salesforce active, /,
    /^ {2}ok generate +conn-\d+ apollo active/,
    /^ {2}ok get +conn-\d+ apollo active/,
    /^ {2}ok update +conn-\d+ has workspace acme-eu$/,
    /^ {2}ok updateAuthorization +with credentials: /,
    /^ {2}ok updateAuthorization +without: the customer signs in at /,
    /^ {2}ok delete +conn-\d+ is gone$/,
    /^ {2}ok unlink +UnsupportedOperationError: /,
    /^ {2}ok metadata\.set +UnsupportedOperationError: /,
    /^ {2}ok typed error +404 ListConnectionsInputValidationProblem: /,
    /^ {2}ok validation error +nothing sent; /,
    /^ {2}ok retry +attempts: 503, 200$/,
    /^ {2}ok timeout +RequestTimeoutError: /,
    /^All \d+ steps as expected\.$/,
  ]) {
    expect(lines).toContainEqual(expect.stringMatching(line));
  }
  expect(stdout).not.toMatch(/a key|access-\d|refresh-\d|password|secret/i);
});
