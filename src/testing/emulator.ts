import { HttpResponse, type HttpHandler, http } from "msw";
import { createClock } from "./clock.js";
import type { SignInOutcome } from "./emulated-platform.js";
import { type HandledRequest, type Mount, createRequestHandler } from "./handle-request.js";
import { type Fault, createFaults } from "./faults.js";
import { type Log, type LogEntry, createLog } from "./log.js";
import {
  type EmulatedPlatforms,
  type PlatformName,
  type PlatformOptions,
  type PlatformStates,
  createPlatforms,
  platformNames,
} from "./platforms.js";

/** Options of {@link createEmulator}. */
export interface EmulatorOptions extends PlatformOptions {
  /** The clock for timestamps and for the expiry of tokens. Defaults to the real time. */
  now?: () => Date;
}

/** An emulator of the platforms' connections APIs, with its own state, faults and log. */
export interface Emulator extends PlatformStates {
  /**
   * The msw handlers, for `setupServer(...emulator.handlers)` of `msw/node` or `setupWorker` of
   * `msw/browser`.
   */
  readonly handlers: readonly HttpHandler[];
  /** The requests that the emulator has received since the last reset. Keeps the latest 10,000. */
  readonly log: readonly LogEntry[];
  /**
   * The `serverURL` for clients of a platform. The msw handlers also handle the vendor's own base
   * URL.
   */
  serverURL(platform: PlatformName): string;
  /** Injects a fault into the next requests. Returns a function that removes it. */
  fail(fault: Fault): () => void;
  /**
   * Plays the customer who opens an `authorizationUrl` and signs in at the service, or refuses to.
   *
   * @throws Error if no platform has given the URL out, or if it has been used or has expired.
   */
  signIn(authorizationUrl: string, outcome?: SignInOutcome): void;
  /** Resets the emulator: restores the seed, removes all faults, and empties the log. */
  reset(): void;
  /**
   * Handles a request without msw, for a server of your own. Returns `undefined` if the URL belongs
   * to no platform.
   */
  handle(request: Request): Promise<HandledRequest> | undefined;
}

/**
 * The origin of an emulator without a server. Nothing listens there: msw intercepts the requests.
 */
const defaultOrigin = "http://emulator.localhost";

/**
 * Creates an emulator for tests.
 *
 * @example
 * ```ts
 * const emulator = createEmulator();
 * const server = setupServer(...emulator.handlers);
 * server.listen();
 * emulator.fail({ status: 503, retryAfter: 1 });
 * await sdk.connections.list({ projectIdOrName: "my-project" });   // sends two requests
 * emulator.log.map((entry) => entry.status);                       // [503, 200]
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return createEmulatorAt(defaultOrigin, options).emulator;
}

/**
 * {@link createEmulator} for a server: the URLs of the platforms start with its origin, and the
 * server adds to the log what reaches no platform.
 */
export function createEmulatorAt(
  origin: string,
  options: EmulatorOptions,
  log: Log = createLog(),
): { readonly emulator: Emulator; readonly platforms: EmulatedPlatforms } {
  const platforms = createPlatforms(options, () => createClock(options.now));
  const states = Object.fromEntries(platformNames.map((name) => [name, platforms[name].state]));
  const faults = createFaults();
  const mounts = platformNames.flatMap((name): readonly Mount[] => {
    const platform = platforms[name];
    return [platform.vendorURL, origin + platform.path].map((base) => ({ name, base, platform }));
  });
  const handleRequest = createRequestHandler({ faults, log });
  const emulator: Emulator = {
    handlers: mounts.map((mount) =>
      http.all(below(mount.base), async ({ request }) => {
        const { response, cut } = await handleRequest(request, mount);
        return cut ? HttpResponse.error() : response;
      }),
    ),
    ...(states as unknown as PlatformStates), // has every name, see above
    get log() {
      return log.entries();
    },
    serverURL: (name) => origin + platforms[name].path,
    fail: faults.add,
    signIn(authorizationUrl, outcome = "allow") {
      const url = new URL(authorizationUrl);
      const isKnown = Object.values(platforms).some(({ signIn }) => signIn?.(url, outcome));
      if (!isKnown) throw new Error("There is no sign-in at this URL, or it is over.");
    },
    reset() {
      for (const platform of Object.values(platforms)) platform.reset();
      faults.clear();
      log.clear();
    },
    handle(request) {
      const mount = mounts.find(({ base }) => below(base).test(withoutQuery(request.url)));
      return mount && handleRequest(request, mount);
    },
  };
  return { emulator, platforms };
}

/**
 * Matches a base URL and every URL below it. Not an msw path: in those, the colon of
 * `connections:generate` starts a parameter.
 */
function below(base: string): RegExp {
  return new RegExp(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:/|$)`);
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
