/** The demo and the examples, as people start them. */
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import type { Platform } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import { serve } from "connections-sdk/testing";
import { expect, test } from "vitest";
import { limits } from "../support/limits.js";

interface Ran {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs programs one after the other in one process, each below a line with its path. */
function run(paths: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const program =
    "for (const p of process.argv.slice(1)) (console.log(`== ${p}`), await import(p));";
  // Newer versions of Node warn about a global that msw reads.
  const flags = ["--disable-warning=ExperimentalWarning", "--import", "tsx"];
  const args = [...flags, "--input-type=module", "--eval", program, ...paths];
  const options = { env: { ...process.env, NO_COLOR: "1", EMULATOR: "", ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".ts") && name !== "demo.ts")
  .map((name) => `./examples/${name}`);

test("examples are short", () => {
  const long = examples.filter((path) => readFileSync(path, "utf8").split("\n").length > 60);
  expect(long).toEqual([]);
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

test("every example exits with 0 and prints something", { timeout: limits.processes }, async () => {
  const { code, stdout, stderr } = await run(examples);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [, ...parts] = stdout.split(/^== /m);
  expect(parts.map((part) => part.split("\n", 1)[0])).toEqual(examples);
  expect(parts.filter((part) => part.trim().split("\n").length < 2)).toEqual([]);
});

test(
  "examples use an emulator that is already running",
  { timeout: limits.processes },
  async () => {
    await using server = await serve();
    const { code } = await run(["./examples/class.ts"], { EMULATOR: server.url });
    expect(code).toBe(0);
    expect(server.emulator.log.map(({ method }) => method)).toEqual([
      "GET",
      "POST",
      "PATCH",
      "DELETE",
    ]);
  },
);

test(
  "the demo runs every verb on every platform and exits with 0",
  { timeout: limits.processes },
  async () => {
    const { code, stdout, stderr } = await run(["./examples/demo.ts"]);
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
    const [, everywhere = ""] = stdout.split("5. The same verbs on every platform");
    expect(stepsBelow(everywhere)).toEqual(
      verbsOf({ Nango: nango, Codat: codat, Mammoth: mammoth }),
    );
    expect(stdout).not.toMatch(/a key|access-\d|refresh-\d|password|secret/i);
  },
);

/** The steps that a part prints below each platform's line. */
function stepsBelow(part: string): Record<string, Set<string>> {
  const [, ...platforms] = part.split(/^ {3}(?=[A-Z])/m);
  return Object.fromEntries(
    platforms.map((text) => [
      /^\w+/.exec(text)![0],
      new Set([...text.matchAll(/^ {2}ok (\S+) /gm)].map(([, name]) => name!)),
    ]),
  );
}

function verbsOf(platforms: Record<string, () => Platform>): Record<string, Set<string>> {
  return Object.fromEntries(
    Object.entries(platforms).map(([name, make]) => [name, new Set(Object.keys(make().verbs))]),
  );
}
