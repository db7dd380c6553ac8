import { chromium, executableOf } from "./chromium.js";
import { load, tool } from "./tools.js";

/** The parts of playwright-core that are used here. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<Browser>;
  };
}

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** A page, as Playwright drives it. */
export interface Page {
  url(): string;
  title(): Promise<string>;
  setDefaultTimeout(ms: number): void;
  goto(url: string): Promise<{ headers(): Record<string, string> } | null>;
  getByRole(role: string, options?: { name: string | RegExp; exact?: boolean }): Locator;
  getByLabel(label: string): Locator;
  locator(selector: string): Locator;
  content(): Promise<string>;
  evaluate<T>(script: string): Promise<T>;
  keyboard: { press(key: string): Promise<void> };
  on(event: "console" | "pageerror", listener: (message: { text?(): string }) => void): void;
}

/** Something on a page. Its methods wait until it is there. */
export interface Locator {
  click(): Promise<void>;
  fill(value: string): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  waitFor(): Promise<void>;
  count(): Promise<number>;
  first(): Locator;
  filter(options: { readonly hasText: string }): Locator;
}

/** Opens a page in headless Chromium. Fails if the page logs an error. */
export async function withPage(run: (page: Page) => Promise<void>): Promise<void> {
  const playwright = await load<Playwright>("playwright-core");
  const browser = await playwright.chromium.launch({
    executablePath: executableOf(chromium),
    args: chromium.args,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await run(page);
    if (errors.length > 0) throw new Error(errors.join("\n"));
  } finally {
    await browser.close();
  }
}

/** The version of what drives the browser. Throws `NotRun` if it or the browser is missing. */
export function driverVersion(): string {
  executableOf(chromium);
  return tool("playwright-core").version;
}
