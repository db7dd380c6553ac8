import type { CallHandler } from "../call/call-middleware.js";
import type { Call } from "../call/call.js";
import type { AttemptResult } from "../call/received-response.js";
import { err } from "../call/result.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import type { Settings } from "../pipeline/settings.js";
import type { SecurityScheme } from "../spec/security.js";
import type { RequestOptions } from "../call/request-options.js";
import { type Client, type Runtime, runtimeOf } from "./client.js";

/** A standalone function without the credentials of its call. */
type Callable = (client: Client, request: never, options?: never) => unknown;

/**
 * A standalone function that takes the credentials of its call after the client: those of an
 * operation that needs others than the rest of the API. Without them, it uses the client's.
 */
export type OperationWithSecurity<Security, Of extends Callable> = Of extends (
  client: Client,
  request: infer Request,
  options?: infer Options,
) => infer Value
  ? (client: Client, security: Security | undefined, request: Request, options?: Options) => Value
  : never;

/** Lets a standalone function take the credentials of its call. */
export function withSecurity(
  run: (client: Client, request: unknown, options?: RequestOptions) => unknown,
): (client: Client, security: unknown, request: unknown, options?: RequestOptions) => never {
  return (client, security, request, options) => {
    const isOwn = security !== undefined && security !== null;
    // Functions read nothing else of a client.
    const own = { _runtime: () => new OwnCredentials(runtimeOf(client), security) } as Client;
    // The annotation states the types.
    return run(isOwn ? own : client, request, options) as never;
  };
}

/** Binds a function to the credentials of a call, for the method that makes the call. */
export function secured<Security, Request, Options, Value>(
  run: (client: Client, security: Security, request: Request, options?: Options) => Value,
  security: Security,
): (client: Client, request: Request, options?: Options) => Value {
  return (client, request, options) => run(client, security, request, options);
}

/** The runtime of a client, for calls with credentials of their own. */
class OwnCredentials implements Runtime {
  readonly #runtime: Runtime;
  readonly #security: Readonly<Record<string, unknown>>;

  constructor(runtime: Runtime, security: unknown) {
    this.#runtime = runtime;
    this.#security = Object(security) as Readonly<Record<string, unknown>>;
  }

  get settings(): Settings {
    return this.#runtime.settings;
  }

  get handler(): CallHandler | undefined {
    return this.#runtime.handler;
  }

  set handler(handler: CallHandler | undefined) {
    this.#runtime.handler = handler;
  }

  async run(call: Call): Promise<AttemptResult> {
    const { operation } = call;
    const declared = operation.security ?? this.settings.config.security ?? [];
    const security = this.#bound(declared);
    // Not the client's in its place, which are for something else.
    if (security.length === 0) {
      const names = declared.map((schemes) => schemes.map(({ option }) => option).join(" with "));
      const message = `missing credential: pass ${names.join(" or ")}, or undefined for the client's`;
      return err(new SDKValidationError([issue(["security"], message)], undefined));
    }
    return this.#runtime.run({ ...call, operation: { ...operation, security } });
  }

  /**
   * The alternatives that the caller has a credential for. What else they need is the client's. An
   * alternative without any would send the client's credentials in place of the caller's.
   */
  #bound(alternatives: readonly (readonly SecurityScheme[])[]): SecurityScheme[][] {
    const bound = alternatives.map((schemes) =>
      schemes.map((scheme) => ({ ...scheme, credential: this.#security[scheme.option] })),
    );
    return bound.filter((schemes) => schemes.some(({ credential }) => credential));
  }
}
