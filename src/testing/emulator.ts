import { HttpResponse, type HttpHandler, http } from "msw";
import { createAmpersand } from "./ampersand/handlers.js";
import type { AmpersandOptions, AmpersandState } from "./ampersand/state.js";
import { createCodat } from "./codat/handlers.js";
import type { CodatOptions, CodatState } from "./codat/state.js";
import { type Exchange, createExchange } from "./exchange.js";
import { createClock } from "./clock.js";
import { type Fault, createFaults } from "./faults.js";
import { type LogEntry, createLog } from "./log.js";
import { createMammoth } from "./mammoth/handlers.js";
import type { MammothOptions, MammothState } from "./mammoth/state.js";
import { createNango } from "./nango/handlers.js";
import type { NangoOptions, NangoState } from "./nango/state.js";
import type { Platform, PlatformName } from "./platform.js";

/** Options of {@link createEmulator}. */
export interface EmulatorOptions {
  /** The emulated Ampersand: its keys, providers, projects and connections. */
  ampersand?: AmpersandOptions;
  /** The emulated Codat: its keys, integrations, companies and connections. */
  codat?: CodatOptions;
  /** The emulated Mammoth: its keys, connectors, projects and connections. */
  mammoth?: MammothOptions;
  /** The emulated Nango: its keys, integrations and connections. */
  nango?: NangoOptions;
  /** The clock that timestamps and the lives of tokens go by. The real one without it. */
  now?: () => Date;
}

/** An emulator of the platforms' connections APIs, with state, faults and a log of its own. */
export interface Emulator {
  /** For `setupServer(...emulator.handlers)` of `msw/node`, or `setupWorker` of `msw/browser`. */
  readonly handlers: readonly HttpHandler[];
  /** What the emulated Ampersand knows. Live: look at it after a call, or change it before one. */
  readonly ampersand: AmpersandState;
  /** What the emulated Codat knows. Live as well. */
  readonly codat: CodatState;
  /** What the emulated Mammoth knows. Live as well. */
  readonly mammoth: MammothState;
  /** What the emulated Nango knows. Live as well. */
  readonly nango: NangoState;
  /** What was received since the start or the last reset: the latest 10,000 requests. */
  readonly log: readonly LogEntry[];
  /** A `serverURL` for clients of a platform. The msw handlers answer the vendor's own base URL as well. */
  serverURL(platform: PlatformName): string;
  /** Injects a failure into the next requests. The function given back takes it back. */
  fail(fault: Fault): () => void;
  /** Back to the beginning: the seed, no faults, an empty log. */
  reset(): void;
  /** Carries out one request without msw; for servers of your own. `undefined` for URLs that are no platform's. */
  handle(request: Request): Promise<Exchange> | undefined;
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
  const ampersand = createAmpersand(options.ampersand ?? {}, createClock(options.now));
  const codat = createCodat(options.codat ?? {}, createClock(options.now));
  const mammoth = createMammoth(options.mammoth ?? {}, createClock(options.now));
  const nango = createNango(options.nango ?? {}, createClock(options.now));
  const platforms: Readonly<Record<PlatformName, Platform>> = { ampersand, codat, mammoth, nango };
  const faults = createFaults();
  const log = createLog();
  const bases = Object.values(platforms).flatMap((platform) =>
    [platform.vendorURL, origin + platform.path].map((base) => ({ base, platform })),
  );
  const exchange = createExchange({ faults, log });
  return {
    handlers: bases.map(({ base, platform }) =>
      http.all(below(base), async ({ request }) => {
        const { response, cut } = await exchange(request, base, platform);
        return cut ? HttpResponse.error() : response;
      }),
    ),
    ampersand: ampersand.state,
    codat: codat.state,
    mammoth: mammoth.state,
    nango: nango.state,
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
      const found = bases.find(({ base }) => below(base).test(withoutQuery(request.url)));
      return found && exchange(request, found.base, found.platform);
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
