/**
 * `npm run wire`: runs the suite and compares every request and response of it with those written
 * down in `messages.json`, byte for byte. A refactoring must not change what goes over the wire; a
 * change that is meant shows here, message by message. `-- --write` writes them down anew: those
 * that three runs agree on, since some tests race on purpose.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("messages.json", import.meta.url));
/** Tests whose messages differ from run to run. */
const random = /soak|fuzz\/wire/;

/** Every message of one run of the suite, each once. */
function record(): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), "wire-"));
  try {
    const env = { ...process.env, WIRE_RECORD: folder, FUZZ_SEED: "1" };
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "suite", "--reporter=dot"];
    const { status } = spawnSync(process.execPath, args, { env, stdio: "inherit" });
    if (status !== 0) throw new Error("The suite failed; its messages are not compared.");
    return new Set(readdirSync(folder).flatMap((name) => messagesIn(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function messagesIn(path: string): readonly string[] {
  // Written by recorder.ts.
  const { name, messages } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly name: string;
    readonly messages: readonly string[];
  };
  return random.test(name) ? [] : messages;
}

function show(title: string, messages: readonly string[]): void {
  if (messages.length === 0) return;
  console.log(`\n${title} (${messages.length}):`);
  for (const message of messages) console.log(JSON.stringify(message.slice(0, 600)));
}

if (process.argv.includes("--write")) {
  const runs = [record(), record(), record()];
  const agreed = [...(runs[0] ?? [])].filter((message) => runs.every((run) => run.has(message)));
  // oxlint-disable-next-line unicorn/no-array-sort -- made just here
  agreed.sort();
  writeFileSync(
    file,
    `[\n${agreed.map((message) => `  ${JSON.stringify(message)}`).join(",\n")}\n]\n`,
  );
  console.log(`${agreed.length} messages written`);
} else {
  // by the branch above
  const written = new Set(JSON.parse(readFileSync(file, "utf8")) as readonly string[]);
  const now = record();
  const missing = [...written].filter((message) => !now.has(message));
  const more = [...now].filter((message) => !written.has(message));
  show("Not sent any more", missing);
  show("New, or of tests that race", more);
  console.log(
    `\n${written.size - missing.length} of ${written.size} messages are as written down; ${more.length} are not among them.`,
  );
  if (missing.length > 0) process.exitCode = 1;
}
