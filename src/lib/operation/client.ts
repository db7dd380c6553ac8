import type { CallHandler } from "../call/call-middleware.js";
import { InvalidRequestError } from "../errors/client.js";
import { type Pipeline, pipeline } from "../pipeline/pipeline.js";
import {
  type ClientConfig,
  type ClientOptions,
  type Settings,
  createSettings,
} from "../pipeline/settings.js";

/** The internals of a client. */
export interface Runtime {
  readonly settings: Settings;
  readonly run: Pipeline;
  /** The user's call middleware around the SDK, composed by the first call. */
  handler?: CallHandler | undefined;
}

/**
 * The client that standalone functions take as their first argument. An SDK instance is one too.
 */
export class Client {
  /**
   * @internal Not a private member, so that a function of the ESM build accepts a client of the
   *   CommonJS build.
   */
  declare readonly _runtime: () => Runtime;

  constructor(config: ClientConfig, options: ClientOptions) {
    const settings = createSettings(config, options);
    let run: Pipeline | undefined;
    // The pipeline is created by the first call, so that constructing a client costs nothing.
    const runtime: Runtime = { settings, run: (call) => (run ??= pipeline(settings))(call) };
    // A function, so that printing an SDK never shows its keys, not even with hidden members.
    Object.defineProperty(this, "_runtime", { value: () => runtime });
  }
}

/**
 * Returns the internals of a client.
 *
 * @throws InvalidRequestError if the value is not a client.
 */
export function runtimeOf(client: Client): Runtime {
  const runtime = (client as Client | undefined)?._runtime?.();
  if (runtime === undefined)
    throw new InvalidRequestError("The first argument must be an SDK or its Core");
  return runtime;
}
