import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { NotRun } from "../outcome.js";
import { type PageOptions, servePage } from "../page-server.js";
import { runProcess } from "../run-process.js";
import type { Sdk } from "../sdk.js";
import type { Case, Target, Where } from "../target.js";
import { type Bundler, esbuild } from "./bundler.js";
import { bundled } from "./bundlers.js";
import { vite } from "./vite.js";
import { webpack } from "./webpack.js";

/** A browser that opens a page without a screen. The page itself says how it went, so that no driver has to fit the browser. */
interface Browser {
  readonly name: string;
  /** Where it may be; the first is the environment's word. */
  readonly files: readonly (string | undefined)[];
  readonly args: (profile: string) => readonly string[];
}

/** Longer than a browser takes to start and to run a page, on a busy machine. */
const PATIENCE_MS = 90_000;

const all: readonly Browser[] = [
  {
    name: "Chromium",
    files: [process.env["CHROME"], "/usr/bin/chromium", "/usr/bin/google-chrome"],
    args: (profile) => [
      "--headless",
      "--no-sandbox", // which needs rights that containers do not have
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
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

/** What a page can be made of. */
const pages: readonly (readonly [what: string, page: (where: Where) => Promise<PageOptions>])[] = [
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

function fileOf({ name, files }: Browser): string {
  const file = files.find((path) => path !== undefined && existsSync(path));
  if (file === undefined) throw new NotRun(`no ${name} here`);
  return file;
}

async function versionOf(browser: Browser): Promise<string> {
  const said = await runProcess(fileOf(browser), ["--version"], { cwd: tmpdir() });
  return /\d[\d.]*\d/.exec(said)?.[0] ?? said.trim();
}

async function modulesPage({ sdk, url }: Where): Promise<PageOptions> {
  const modules = ["/programs/esm/globals.js", "/programs/esm/page.js"];
  return { root: sdk.project, modules, imports: importMap(sdk), emulator: url };
}

/** Where a page finds each import path of the package. A map knows no patterns, so that each is named. */
function importMap({ project, exports }: Sdk): Record<string, string> {
  const folder = join(project, "node_modules/connections-sdk");
  const imports: Record<string, string> = {};
  for (const [path, target] of Object.entries(exports)) {
    const file = (target as { import?: { default: string } }).import?.default; // as package.json has it
    for (const star of file === undefined ? [] : starsOf(folder, file)) {
      const name = `connections-sdk${path.slice(1)}`.replace("*", star);
      imports[name] = `/node_modules/connections-sdk/${file?.slice(2).replace("*", star)}`;
    }
  }
  return imports;
}

/** What stands for the star in a target such as `./dist/funcs/*.js`; one empty text where there is none. */
function starsOf(folder: string, target: string): readonly string[] {
  const [before = "", after] = target.split("*");
  if (after === undefined) return [""];
  return readdirSync(join(folder, before))
    .map((name) => name.replace(/\.js$/, ""))
    .filter((name) => existsSync(join(folder, before + name + after)));
}

async function bundlePage(bundler: Bundler, where: Where): Promise<PageOptions> {
  const root = where.sdk.project;
  const file = `/${relative(root, await bundled(bundler, where))}`;
  return { root, modules: [file, "/programs/esm/page.js"], emulator: where.url };
}

async function open(browser: Browser, options: PageOptions): Promise<void> {
  const page = await servePage(options);
  const profile = mkdtempSync(join(tmpdir(), "connections-sdk-profile-"));
  const child = spawn(fileOf(browser), [...browser.args(profile), page.url], { detached: true });
  let said = "";
  child.stderr.on("data", (chunk) => (said = `${said}${String(chunk)}`.slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    const { steps, message } = await Promise.race([page.outcome, late(ended, () => said)]);
    if (steps === undefined) throw new Error(message ?? "the page said nothing");
  } finally {
    // The browser and its own processes: it is the leader of their group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
    page.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Rejects when the browser has ended, or has had all the time it could need, without a word from the page. */
async function late(ended: Promise<void>, said: () => string): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
    timer.unref();
  });
  await Promise.race([ended, patience]);
  clearTimeout(timer);
  throw new Error(`no word from the page. The browser: ${said()}`);
}
