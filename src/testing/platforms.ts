// Written by `npm run platforms` from platforms.json. Add a platform there, not here.
import { createAmpersand } from "./ampersand/handlers.js";
import type { AmpersandOptions, AmpersandState } from "./ampersand/state.js";
import { createNango } from "./nango/handlers.js";
import type { NangoOptions, NangoState } from "./nango/state.js";
import { createCodat } from "./codat/handlers.js";
import type { CodatOptions, CodatState } from "./codat/state.js";
import { createMammoth } from "./mammoth/handlers.js";
import type { MammothOptions, MammothState } from "./mammoth/state.js";
import type { Clock } from "./clock.js";
import type { EmulatedPlatform } from "./emulated-platform.js";

/** The names of the emulated platforms. */
export const platformNames = ["ampersand", "nango", "codat", "mammoth"] as const;

/** The name of an emulated platform. */
export type PlatformName = (typeof platformNames)[number];

/** The options of each emulated platform. Every platform has a small seed by default. */
export interface PlatformOptions {
  /** Options of the emulated Ampersand: its keys and its seed. */
  ampersand?: AmpersandOptions;
  /** Options of the emulated Nango: its keys and its seed. */
  nango?: NangoOptions;
  /** Options of the emulated Codat: its keys and its seed. */
  codat?: CodatOptions;
  /** Options of the emulated Mammoth: its keys and its seed. */
  mammoth?: MammothOptions;
}

/** The state of each emulated platform. Tests can read it after a call and change it before one. */
export interface PlatformStates {
  /** The state of the emulated Ampersand. */
  readonly ampersand: AmpersandState;
  /** The state of the emulated Nango. */
  readonly nango: NangoState;
  /** The state of the emulated Codat. */
  readonly codat: CodatState;
  /** The state of the emulated Mammoth. */
  readonly mammoth: MammothState;
}

/** The emulated platforms by name. */
export type EmulatedPlatforms = {
  readonly [Name in PlatformName]: EmulatedPlatform<PlatformStates[Name]>;
};

/** Creates every platform, each with its own clock. */
export function createPlatforms(options: PlatformOptions, clock: () => Clock): EmulatedPlatforms {
  return {
    ampersand: createAmpersand(options.ampersand ?? {}, clock()),
    nango: createNango(options.nango ?? {}, clock()),
    codat: createCodat(options.codat ?? {}, clock()),
    mammoth: createMammoth(options.mammoth ?? {}, clock()),
  };
}
