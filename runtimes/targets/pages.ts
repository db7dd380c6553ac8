import { serve } from "../../src/testing/index.js";
import { driverVersion, withPage } from "../browser.js";
import { emulatorPage } from "../pages/emulator.js";
import type { PageStep } from "../pages/step.js";
import { webExample } from "../pages/web-example.js";
import type { Case, Target } from "../target.js";

/** The pages of this repository, used as people do, in headless Chromium. */
export const pages: Target = {
  name: "pages",
  cases: [...cases("emulator's page", emulatorPage), ...cases("examples/web", webExample)],
};

function cases(runtime: string, steps: readonly PageStep[]): Case[] {
  return steps.map(([what, run]) => ({
    runtime,
    what,
    version: driverVersion,
    async run() {
      await using served = await serve();
      await withPage((page) => run(page, served));
    },
  }));
}
