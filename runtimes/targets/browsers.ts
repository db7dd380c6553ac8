import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { chromium, executableOf } from "../chromium.js";
import { type PageOptions, servePage } from "../page-server.js";
import { runProcess } from "../run-process.js";
import type { Sdk } from "../sdk.js";
import type { Case, Target, CaseEnvironment } from "../target.js";
import { type Bundler, esbuild } from "./bundler.js";
import { bundled } from "./bundlers.js";
import { vite } from "./vite.js";
import { webpack } from "./webpack.js";

/**
 * A browser that opens a page in headless mode. The page itself reports the outcome, so that no
 * driver is needed.
 */
interface Browser {
  readonly name: string;
  /** Where it may be installed. The environment comes first. */
  readonly files: readonly (string | undefined)[];
  readonly args: (profile: string) => readonly string[];
}

/** Longer than a browser takes to start and run a page on a busy machine. */
const TIMEOUT_MS = 90_000;

const all: readonly Browser[] = [
  {
    ...chromium,
    args: (profile) => [
      ...chromium.args,
      "--headless",
      "--no-first-run",
      "--disable-component-update",
      "--disable-sync",
      `--user-data-dir=${profile}`,
    ],
  },
  {
    name: "Firefox",
    files: [process.env["FIREFOX"], "/usr/bin/firefox-esr", "/usr/bin/firefox"],
    args: (profile) => ["--headless", "--no-remote", "--profile", profile],
  },
];

/** The ways to load the program in a page. */
const pages: readonly (readonly [
  what: string,
  page: (where: CaseEnvironment) => Promise<PageOptions>,
])[] = [
  ["ES modules as packed, by an import map", modulesPage],
  ["a bundle of esbuild", (where) => bundlePage(esbuild, where)],
  ["a bundle of Vite", (where) => bundlePage(vite, where)],
  ["a bundle of webpack", (where) => bundlePage(webpack, where)],
];

/** Pages in browsers that call the emulator from another origin. */
export const browsers: Target = {
  name: "browsers",
  cases: all.flatMap((browser) =>
    pages.map(([what, page]): Case => ({
      runtime: browser.name,
      what,
      version: () => versionOf(browser),
      run: async (where) => open(browser, await page(where)),
    })),
  ),
};

async function versionOf(browser: Browser): Promise<string> {
  const output = await runProcess(executableOf(browser), ["--version"], { cwd: tmpdir() });
  return /\d[\d.]*\d/.exec(output)?.[0] ?? output.trim();
}

async function modulesPage({ sdk, url }: CaseEnvironment): Promise<PageOptions> {
  const modules = ["/programs/esm/globals.js", "/programs/esm/page.js"];
  return { root: sdk.project, modules, imports: importMap(sdk), emulator: url };
}

/** The import map of the package. Import maps have no patterns, so every path is listed. */
function importMap({ project, exports }: Sdk): Record<string, string> {
  const folder = join(project, "node_modules/connections-sdk");
  const imports: Record<string, string> = {};
  for (const [path, target] of Object.entries(exports)) {
    // as package.json has it
    const file = (target as { import?: { default: string } }).import?.default;
    for (const star of file === undefined ? [] : starsOf(folder, file)) {
      const name = `connections-sdk${path.slice(1)}`.replace("*", star);
      imports[name] = `/node_modules/connections-sdk/${file?.slice(2).replace("*", star)}`;
    }
  }
  return imports;
}

/**
 * What replaces the star in a target such as `./dist/funcs/*.js`. An empty string if there is no
 * star.
 */
function starsOf(folder: string, target: string): readonly string[] {
  const [before = "", after] = target.split("*");
  if (after === undefined) return [""];
  return readdirSync(join(folder, before))
    .map((name) => name.replace(/\.js$/, ""))
    .filter((name) => existsSync(join(folder, before + name + after)));
}

async function bundlePage(bundler: Bundler, where: CaseEnvironment): Promise<PageOptions> {
  const root = where.sdk.project;
  const file = `/${relative(root, await bundled(bundler, where))}`;
  return { root, modules: [file, "/programs/esm/page.js"], emulator: where.url };
}

async function open(browser: Browser, options: PageOptions): Promise<void> {
  const page = await servePage(options);
  const profile = mkdtempSync(join(tmpdir(), "connections-sdk-profile-"));
  const child = spawn(executableOf(browser), [...browser.args(profile), page.url], {
    detached: true,
  });
  let printed = "";
  child.stderr.on("data", (chunk) => (printed = `${printed}${String(chunk)}`.slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    const { steps, message } = await Promise.race([page.outcome, timeout(ended, () => printed)]);
    if (steps === undefined) throw new Error(message ?? "the page reported nothing");
  } finally {
    // Ends the browser and its processes: it is the leader of their group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
    page.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Rejects when the browser ends or times out before the page has reported an outcome. */
async function timeout(ended: Promise<void>, printed: () => string): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TIMEOUT_MS);
    timer.unref();
  });
  await Promise.race([ended, deadline]);
  clearTimeout(timer);
  throw new Error(`the page reported nothing. The browser printed: ${printed()}`);
}
