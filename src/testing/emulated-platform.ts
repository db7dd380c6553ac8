import type { EmulatedRequest, EmulatedResponse } from "./messages.js";

/** What the customer does: sign in, or refuse to. */
export type SignInOutcome = "allow" | "deny";

/** What the emulator's page shows of a platform: no credentials. */
export interface Shown {
  /** The connections. */
  readonly connections: readonly ShownConnection[];
  /** The customers who have been sent to sign in. */
  readonly signIns: readonly ShownSignIn[];
  /** Changes the status of a connection. Returns whether there is such a connection and status. */
  readonly setStatus: (id: string, status: string) => boolean;
}

/** A connection on the page. */
export interface ShownConnection {
  readonly id: string;
  readonly provider: string;
  readonly customer: string;
  readonly status: string;
  /** The statuses that it can be given. */
  readonly statuses: readonly string[];
}

/** A customer who has been sent to sign in. The URL is a secret, and not shown. */
export interface ShownSignIn {
  readonly url: string;
  readonly provider: string;
  readonly customer: string;
}

/** An emulated platform: its URLs, and how it handles a request. */
export interface EmulatedPlatform<State = unknown> {
  /** The state of the platform. Always the same object, because tests keep a reference to it. */
  readonly state: State;
  /** The base URL of the vendor's own service. The msw handlers handle its requests too. */
  readonly vendorURL: string;
  /** The path of the platform's base URL on the emulator's own origin. */
  readonly path: string;
  /** The credentials that the emulator accepts by default, for `npm run emulator` to print. */
  readonly hint: string;
  /** Handles a request. */
  handle(request: EmulatedRequest): EmulatedResponse;
  /** An error response in the vendor's format, for faults that have a status and no body. */
  error(status: number, retryAfterSeconds: number | undefined): EmulatedResponse;
  /**
   * Whether all of the body of a request to this path is secret, whatever its members are called.
   */
  readonly hasSecretBody?: (path: string) => boolean;
  /**
   * Plays the customer who opens a URL of the platform to sign in. Returns whether the URL is one
   * that the platform has given out, and is still good for.
   */
  readonly signIn?: (url: URL, outcome: SignInOutcome) => boolean;
  /** What the emulator's page shows. */
  shown(): Shown;
  /** Resets the state to the seed. */
  reset(): void;
}
