// Written by `npm run platforms` from platforms.json. Add a platform there, not here.
import { createAmpersand } from "./ampersand/handlers.js";
import type { AmpersandOptions, AmpersandState } from "./ampersand/state.js";
import { createCodat } from "./codat/handlers.js";
import type { CodatOptions, CodatState } from "./codat/state.js";
import { createMammoth } from "./mammoth/handlers.js";
import type { MammothOptions, MammothState } from "./mammoth/state.js";
import { createNango } from "./nango/handlers.js";
import type { NangoOptions, NangoState } from "./nango/state.js";
import type { Clock } from "./clock.js";
import type { EmulatedPlatform } from "./emulated-platform.js";

/** The platforms that the emulator can play. */
export const platformNames = ["ampersand", "codat", "mammoth", "nango"] as const;

/** A platform that the emulator can play. */
export type PlatformName = (typeof platformNames)[number];

/** What each emulated platform starts with. Defaults to a small seed. */
export interface PlatformOptions {
  /** The emulated Ampersand: keys, connections and what they belong to. */
  ampersand?: AmpersandOptions;
  /** The emulated Codat: keys, connections and what they belong to. */
  codat?: CodatOptions;
  /** The emulated Mammoth: keys, connections and what they belong to. */
  mammoth?: MammothOptions;
  /** The emulated Nango: keys, connections and what they belong to. */
  nango?: NangoOptions;
}

/** What each emulated platform holds. Live: read it after a call, or change it before one. */
export interface PlatformStates {
  /** The state of the emulated Ampersand. */
  readonly ampersand: AmpersandState;
  /** The state of the emulated Codat. */
  readonly codat: CodatState;
  /** The state of the emulated Mammoth. */
  readonly mammoth: MammothState;
  /** The state of the emulated Nango. */
  readonly nango: NangoState;
}

/** Every emulated platform by name. */
export type EmulatedPlatforms = {
  readonly [Name in PlatformName]: EmulatedPlatform<PlatformStates[Name]>;
};

/** Makes every platform, each with a clock of its own. */
export function createPlatforms(options: PlatformOptions, clock: () => Clock): EmulatedPlatforms {
  return {
    ampersand: createAmpersand(options.ampersand ?? {}, clock()),
    codat: createCodat(options.codat ?? {}, clock()),
    mammoth: createMammoth(options.mammoth ?? {}, clock()),
    nango: createNango(options.nango ?? {}, clock()),
  };
}
