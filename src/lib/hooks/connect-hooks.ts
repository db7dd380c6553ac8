import type { CallMiddleware } from "../call/call-middleware.js";
import { err } from "../call/result.js";
import type { ClientConfig, ClientOptions } from "../pipeline/settings.js";
import { isObject } from "../schema/base.js";
import { hookMiddleware } from "./hook-middleware.js";
import { hookError, isNothing } from "./run-hook.js";
import type { CallHook, ConnectHooks, OperationScopes } from "./types.js";

/**
 * Makes hooks for a client. Hooks run in the order of the list, inside the client's own middleware.
 *
 * @param hooks - The hooks, or a function that returns them and is called for each client.
 * @param scopes - The scopes that operations require.
 */
export function connectHooks<Options extends ClientOptions>(
  hooks: readonly CallHook<Options>[] | (() => readonly CallHook<Options>[]),
  scopes: OperationScopes,
): ConnectHooks<Options> {
  return (given, config) => {
    try {
      const all = typeof hooks === "function" ? hooks() : hooks;
      const options = all.reduce(initialize, { ...given });
      const middleware = hookMiddleware(all, options, config, scopes);
      return { ...options, middleware: [...(options.middleware ?? []), middleware] };
    } catch (cause) {
      return { ...given, callMiddleware: [failing(given, config, cause)] };
    }
  };
}

function initialize<Options extends ClientOptions>(
  options: Options,
  hook: CallHook<Options>,
): Options {
  // A promise or a number, from code without types.
  const returned: unknown = hook.sdkInit?.(options);
  if (isNothing(returned)) return options;
  if (!isObject(returned) || "then" in returned)
    throw new TypeError("expected options, and not a promise or another value");
  return { ...(returned as unknown as Options) }; // the type of the hook says so
}

/** Ends every call with the error: a constructor can only throw, and functions never do. */
function failing(options: ClientOptions, config: ClientConfig, cause: unknown): CallMiddleware {
  const call = { headers: {}, secrets: secretsOf(options, config) };
  return () => () => Promise.resolve(err(hookError(call, "sdkInit", cause)));
}

/** The credentials among the options, to redact them. */
function secretsOf(options: object, { security = [] }: ClientConfig): readonly string[] {
  const given = options as Readonly<Record<string, unknown>>; // generated SDKs add members
  const values = security.flat().flatMap(({ option }) => {
    const nested = isObject(given["security"]) ? given["security"][option] : undefined;
    return [given[option], nested];
  });
  return values
    .flatMap((value) => (isObject(value) ? Object.values(value) : [value]))
    .filter((value) => typeof value === "string");
}
