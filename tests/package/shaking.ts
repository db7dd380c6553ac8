import { expect, test } from "vitest";
import { bundle } from "../size/bundle.js";
import * as modules from "../size/modules.js";
import { listOf, rootListOn } from "../size/platform-modules.js";
import { limitOf } from "../size/sizes.js";
import { defaultPlatform, platformNames } from "../support/platforms.js";
import type { Installed } from "./installed.js";

// The default platform's are among the modules.
const names = platformNames.filter((name) => name !== defaultPlatform);

// Only the transport for Node names any.
const settings = { external: ["node:*"] };

const cases = [
  ...Object.entries(modules),
  ...names.map((name) => [`list of ${name}'s SDK`, listOf(name)] as const),
  ...names.map((name) => [`the root's list on ${name}`, rootListOn(name)] as const),
];

/** What a user's bundler makes of the build is as small as what it would make of the sources. */
export function shakingTests(installed: () => Installed): void {
  test.each(cases)("the build tree-shakes as well as the sources: %s", async (_, module) => {
    const [sources, build] = await Promise.all([
      bundle(module, { settings }),
      bundle(module, { settings, folder: installed().withPeers }),
    ]);
    // The same code in another order compresses a little differently.
    expect(build.gzip).toBeLessThanOrEqual(Math.max(limitOf(sources), sources.gzip + 20));
  });
}
