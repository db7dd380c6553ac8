/**
 * `npm run test:browser`: uses pages as people do, in headless Chromium. Without a browser or its
 * driver, says so and runs nothing.
 */
import { type Browser, NotRun, launch } from "./driver.js";
import { webExample } from "./web-example.js";

/** What is run, by name. Each starts its own servers, and throws if something is wrong. */
const programs: Readonly<Record<string, (browser: Browser) => Promise<void>>> = {
  "the example application": webExample,
};

try {
  const browser = await launch();
  console.log(`Chromium ${browser.version()}`);
  for (const [name, run] of Object.entries(programs)) {
    try {
      await run(browser);
      console.log(`  ok ${name}`);
    } catch (error) {
      console.error(`  failed: ${name}\n${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = 1;
    }
  }
  await browser.close();
} catch (error) {
  if (!(error instanceof NotRun)) throw error;
  console.log(`Not run: ${error.message}.`);
}
