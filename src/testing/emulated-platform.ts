import type { EmulatedRequest, EmulatedResponse } from "./messages.js";

/** One platform as the emulator sees it: where to reach it, and how it handles a request. */
export interface EmulatedPlatform<State = unknown> {
  /** What it holds. The same object for as long as the emulator lives: tests keep it. */
  readonly state: State;
  /** The base URL of the vendor's own service, which the msw handlers answer too. */
  readonly vendorURL: string;
  /** Where the platform lives below the emulator's own origin. */
  readonly path: string;
  /** Carries out a request. */
  handle(call: EmulatedRequest): EmulatedResponse;
  /** A failure in the vendor's own words, for injected faults that name a status and no body. */
  error(status: number, retryAfterSeconds: number | undefined): EmulatedResponse;
  /** Whether the whole body of a request to this path is secret, whatever its members are called. */
  readonly hasSecretBody?: (path: string) => boolean;
  /** Goes back to the seed. */
  reset(): void;
}
