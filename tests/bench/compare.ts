/**
 * Compares calls of this working tree with those of a commit, in turns in one process, so that
 * other load on the machine affects both. See `--help`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../size/bundle.js";
import type { Turns } from "./programs/turns.js";
import { benchFolder, withFolder } from "./support/folder.js";
import { compile, run, whileRunning } from "./support/program.js";
import type { Times } from "./support/rounds.js";
import { measured, ratios } from "./support/stats.js";

const help = `tsx tests/bench/compare.ts [COMMIT] -- compares with a commit, by default HEAD
  --only NAME    one of memory, fetch, node; can be repeated
  --count N      objects in the response: 0, 1, 100 or 1000; by default 1
  --together N   calls in flight over loopback; by default 64 and 1
  --rounds N     by default 40`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", multiple: true, default: ["memory", "fetch", "node"] },
    count: { type: "string", default: "1" },
    together: { type: "string", multiple: true, default: ["64", "1"] },
    rounds: { type: "string", default: "40" },
    help: { type: "boolean", short: "h", default: false },
  },
});

/** Our clients, which are made of both sources, and those that only call `fetch`. */
const settings: Readonly<Record<string, { ours: readonly string[]; others: readonly string[] }>> = {
  memory: { ours: ["sdk", "untimed"], others: [] },
  fetch: { ours: ["sdk", "untimed"], others: ["fetch-with-deadline"] },
  node: { ours: ["node"], others: [] },
};

/** Puts the sources of a commit into a folder, with the clients of the working tree. */
function checkOut(commit: string, folder: string): void {
  mkdirSync(folder);
  const archive = execFileSync("git", ["archive", commit, "src", "package.json", "tsconfig.json"], {
    cwd: repository,
    maxBuffer: 2 ** 28,
  });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  cpSync(join(benchFolder, "clients"), join(folder, "tests/bench/clients"), { recursive: true });
  cpSync(join(benchFolder, "client.ts"), join(folder, "tests/bench/client.ts"));
}

async function main(): Promise<void> {
  const { only, together, rounds } = values;
  const [commit = "HEAD"] = positionals;
  await withFolder(async (folder) => {
    const before = join(folder, "before");
    checkOut(commit, before);
    const moduleOf = async (name: string, root: string): Promise<string> => {
      const file = join(folder, `${name}-${root === before ? "before" : "now"}.mjs`);
      await compile(join(root, `tests/bench/clients/${name}.ts`), file, { root });
      return file;
    };
    const program = join(folder, "turns.mjs");
    await compile(join(benchFolder, "programs/turns.ts"), program);
    const server = join(folder, "server.mjs");
    await compile(join(benchFolder, "programs/server.ts"), server);
    await whileRunning(server, async (port) => {
      for (const name of only) {
        const setting = settings[name];
        if (setting === undefined) throw new Error(`--only: unknown name ${name}`);
        const modules: Record<string, string> = { bare: await moduleOf("fetch", repository) };
        for (const other of setting.others) modules[other] = await moduleOf(other, repository);
        for (const ours of setting.ours) {
          modules[`${ours} before`] = await moduleOf(ours, before);
          modules[`${ours} now`] = await moduleOf(ours, repository);
        }
        for (const each of name === "memory" ? [1] : together.map(Number)) {
          const turns: Turns = {
            modules,
            baseURL:
              name === "memory"
                ? undefined
                : `http://127.0.0.1:${port}/ampersand/${Number(values.count)}`,
            count: Number(values.count),
            together: each,
            pace: { rounds: Number(rounds), slice: 25, warmUp: name === "memory" ? 800 : 1_500 },
          };
          console.log(`\n${name}, list of ${values.count}, ${each} at a time`);
          print((await run(program, [JSON.stringify(turns)])) as Record<string, Times>);
        }
      }
    });
  });
}

/**
 * The us of a call, its ratio to a bare one (with a deadline of its own, if there is one), and that
 * of now to before; medians and quartiles.
 */
function print(times: Readonly<Record<string, Times>>): void {
  const cpu = (name: string): readonly number[] => times[name]?.cpu ?? [];
  const base = "fetch-with-deadline" in times ? "fetch-with-deadline" : "bare";
  for (const name of Object.keys(times)) {
    const before = name.replace(/now$/, "before");
    const change = before === name ? "" : `, now / before ${shown(ratios(cpu(name), cpu(before)))}`;
    const us = shown(cpu(name));
    console.log(`  ${name}: ${us} us, / ${base} ${shown(ratios(cpu(name), cpu(base)))}${change}`);
  }
}

/** The median and the quartiles. */
function shown(of: readonly number[]): string {
  const { value, quartiles } = measured({ table: "", subject: "", what: "", unit: "x" }, of);
  return `${value.toFixed(3)} (${quartiles?.map((each) => each.toFixed(3)).join(" to ")})`;
}

if (values.help) console.log(help);
else await main();
