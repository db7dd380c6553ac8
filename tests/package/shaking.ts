import { expect, test } from "vitest";
import { bundle } from "../size/bundle.js";
import * as modules from "../size/modules.js";
import type { Installed } from "./installed.js";

/** What a user's bundler makes of the build is as small as what it would make of the sources. */
export function shakingTests(installed: () => Installed): void {
  test.each(Object.entries(modules))(
    "the build shakes as the sources do: %s",
    async (_, module) => {
      const [sources, build] = await Promise.all([
        bundle(module),
        bundle(module, { folder: installed().project }),
      ]);
      // Below some size, a few names of chunks would count as a difference.
      expect(build.gzip).toBeLessThanOrEqual(Math.max(sources.gzip * 1.05, sources.gzip + 100));
    },
  );
}
