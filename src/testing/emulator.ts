import { HttpResponse, type HttpHandler, http } from "msw";
import { createClock } from "./clock.js";
import { type HandledRequest, type Mount, createRequestHandler } from "./handle-request.js";
import { type Fault, createFaults } from "./faults.js";
import { type LogEntry, createLog } from "./log.js";
import {
  type PlatformName,
  type PlatformOptions,
  type PlatformStates,
  createPlatforms,
  platformNames,
} from "./platforms.js";

/** Options of {@link createEmulator}. */
export interface EmulatorOptions extends PlatformOptions {
  /** The clock that timestamps and the lives of tokens go by. The real one without it. */
  now?: () => Date;
}

/** An emulator of the platforms' connections APIs, with state, faults and a log of its own. */
export interface Emulator extends PlatformStates {
  /** For `setupServer(...emulator.handlers)` of `msw/node`, or `setupWorker` of `msw/browser`. */
  readonly handlers: readonly HttpHandler[];
  /** What was received since the start or the last reset: the latest 10,000 requests. */
  readonly log: readonly LogEntry[];
  /** A `serverURL` for clients of a platform. The msw handlers answer the vendor's own base URL as well. */
  serverURL(platform: PlatformName): string;
  /** Injects a failure into the next requests. The function given back takes it back. */
  fail(fault: Fault): () => void;
  /** Back to the beginning: the seed, no faults, an empty log. */
  reset(): void;
  /** Carries out one request without msw; for servers of your own. `undefined` for URLs that are no platform's. */
  handle(request: Request): Promise<HandledRequest> | undefined;
}

/** Where an emulator lives that no server has given an address. Nothing listens there: msw intercepts it. */
const defaultOrigin = "http://emulator.localhost";

/**
 * Makes an emulator for tests.
 *
 * @example
 * ```ts
 * const emulator = createEmulator();
 * const server = setupServer(...emulator.handlers);
 * server.listen();
 * emulator.fail({ status: 503, retryAfter: 1 });
 * await sdk.connections.list({ projectIdOrName: "my-project" });   // asks twice
 * emulator.log.map((entry) => entry.status);                       // [503, 200]
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return createEmulatorAt(defaultOrigin, options);
}

/** {@link createEmulator} for a server: the emulator's own URLs begin with its origin. */
export function createEmulatorAt(origin: string, options: EmulatorOptions): Emulator {
  const platforms = createPlatforms(options, () => createClock(options.now));
  const states = Object.fromEntries(platformNames.map((name) => [name, platforms[name].state]));
  const faults = createFaults();
  const log = createLog();
  const mounts = platformNames.flatMap((name): readonly Mount[] => {
    const platform = platforms[name];
    return [platform.vendorURL, origin + platform.path].map((base) => ({ name, base, platform }));
  });
  const exchange = createRequestHandler({ faults, log });
  return {
    handlers: mounts.map((mount) =>
      http.all(below(mount.base), async ({ request }) => {
        const { response, cut } = await exchange(request, mount);
        return cut ? HttpResponse.error() : response;
      }),
    ),
    ...(states as unknown as PlatformStates), // made of every name, just above
    get log() {
      return log.entries();
    },
    serverURL: (name) => origin + platforms[name].path,
    fail: faults.add,
    reset() {
      for (const platform of Object.values(platforms)) platform.reset();
      faults.clear();
      log.clear();
    },
    handle(request) {
      const mount = mounts.find(({ base }) => below(base).test(withoutQuery(request.url)));
      return mount && exchange(request, mount);
    },
  };
}

/** Every URL at or below a base URL. An expression and no msw path, in which the colons of `connections:generate` are parameters. */
function below(base: string): RegExp {
  return new RegExp(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:/|$)`);
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
