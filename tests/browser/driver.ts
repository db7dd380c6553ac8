import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The part of `playwright-core` that is used. The compiler does not have its types. */
interface Playwright {
  readonly chromium: {
    launch(options: {
      readonly executablePath: string;
      readonly args: readonly string[];
    }): Promise<Browser>;
  };
}

/** A browser. */
export interface Browser {
  newPage(): Promise<Page>;
  version(): string;
  close(): Promise<void>;
}

/** A page of a browser. */
export interface Page {
  goto(url: string): Promise<unknown>;
  url(): string;
  title(): Promise<string>;
  getByRole(role: string, options?: { readonly name?: string }): Locator;
  on(event: "pageerror", listener: (error: Error) => void): void;
  setDefaultTimeout(ms: number): void;
}

/** Finds elements of a page, and waits for them. */
export interface Locator {
  click(): Promise<void>;
  count(): Promise<number>;
  innerText(): Promise<string>;
  waitFor(): Promise<void>;
  filter(options: { readonly hasText: string }): Locator;
}

/** Why there is nothing to run. */
export class NotRun extends Error {}

const BROWSERS = [process.env["CHROME"], "/usr/bin/chromium", "/usr/bin/google-chrome"];

/** Starts Chromium without a window. Throws `NotRun` if it or its driver is not installed. */
export async function launch(): Promise<Browser> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new NotRun("Chromium is not installed");
  const driver = fileURLToPath(new URL("node_modules/playwright-core/index.mjs", import.meta.url));
  if (!existsSync(driver))
    throw new NotRun("playwright-core is not installed. Run `npm ci` in tests/browser");
  // see Playwright
  const { chromium } = (await import(pathToFileURL(driver).href)) as Playwright;
  // The sandbox needs rights that containers do not have.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
