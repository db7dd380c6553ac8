import { type Pipeline, pipeline } from "../pipeline/pipeline.js";
import {
  type ClientConfig,
  type ClientOptions,
  type Settings,
  createSettings,
} from "../pipeline/settings.js";

/** What stands behind a client. */
interface Runtime {
  readonly settings: Settings;
  readonly run: Pipeline;
}

/** Whom to ask and how: what standalone functions take first. SDK classes are clients too. */
export class Client {
  /** @internal A plain member and not a private one, so that a function of one build (ESM) takes a client of the other (CommonJS). */
  declare readonly _runtime: () => Runtime;

  constructor(config: ClientConfig, options: ClientOptions) {
    const settings = createSettings(config, options);
    let run: Pipeline | undefined;
    // Put together at the first call: constructing a client costs nothing.
    const runtime: Runtime = { settings, run: (call) => (run ??= pipeline(settings))(call) };
    // A function, so that nothing that prints an SDK shows its keys, not even one that shows hidden members.
    Object.defineProperty(this, "_runtime", { value: () => runtime });
  }
}

/** What stands behind a client. Throws where the value is none. */
export function runtimeOf(client: Client): Runtime {
  const runtime = (client as Client | undefined)?._runtime?.();
  if (runtime === undefined) throw new TypeError("the first argument must be an SDK or its Core");
  return runtime;
}
