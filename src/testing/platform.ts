import type { Call, Reply } from "./reply.js";

/** The platforms that the emulator can play. */
export const platformNames = ["ampersand", "codat", "mammoth", "nango"] as const;

/** A platform that the emulator can play. */
export type PlatformName = (typeof platformNames)[number];

/** What one emulated platform is to the emulator: where it is reached and how it answers. */
export interface Platform {
  readonly name: PlatformName;
  /** The base URL of the vendor's own service, which the msw handlers answer too. */
  readonly vendorURL: string;
  /** Where the platform lives below the emulator's own origin. */
  readonly path: string;
  /** Carries out a request. */
  answer(call: Call): Reply;
  /** A failure in the vendor's own words, for injected faults that name a status and no body. */
  failure(status: number, retryAfterSeconds: number | undefined): Reply;
  /** Goes back to the seed. */
  reset(): void;
}
