import { describe } from "vitest";
import { canaries } from "./canaries.js";
import { coordinates } from "./coordinates.js";
import type { PlatformDescription } from "./description.js";
import { failures } from "./failures.js";
import { hostile } from "./hostile.js";
import { mapping } from "./mapping.js";
import { options } from "./options.js";
import { secrets } from "./secrets.js";
import { inSituations } from "./situations.js";
import { tolerance } from "./tolerance.js";
import { verbs } from "./verbs.js";

/** What the unified API promises on every platform. */
export function contract(platform: PlatformDescription): void {
  describe(`${platform.name} in the unified API`, () => {
    verbs(platform);
    coordinates(platform);
    mapping(platform);
    tolerance(platform);
    failures(platform);
    inSituations(platform);
    hostile(platform);
    options(platform);
    secrets(platform);
    canaries(platform);
  });
}
