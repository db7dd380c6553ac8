import type { ClientOptions } from "../pipeline/settings.js";
import { connectHooks } from "./connect-hooks.js";
import type { CallHook, ConnectHooks, OperationScopes } from "./types.js";

/** A hook with one of its members. */
export type HookWith<Options, Name extends keyof CallHook> = Required<
  Pick<CallHook<Options>, Name>
>;

/** Registers hooks, as the `initHooks` function of an SDK that Speakeasy generated does. */
export interface HookRegistry<Options = ClientOptions> {
  /** Adds a hook for the creation of clients. */
  registerSDKInitHook(hook: HookWith<Options, "sdkInit">): void;
  /** Adds a hook for the parts of requests. */
  registerBeforeCreateRequestHook(hook: HookWith<Options, "beforeCreateRequest">): void;
  /** Adds a hook for requests. */
  registerBeforeRequestHook(hook: HookWith<Options, "beforeRequest">): void;
  /** Adds a hook for responses of successes. */
  registerAfterSuccessHook(hook: HookWith<Options, "afterSuccess">): void;
  /** Adds a hook for error responses, and for errors without a response. */
  registerAfterErrorHook(hook: HookWith<Options, "afterError">): void;
}

/**
 * Makes hooks for a client from a function that registers them. It is called for each client.
 *
 * @param init - Registers the hooks.
 * @param scopes - The scopes that operations require.
 */
export function registerHooks<Options extends ClientOptions>(
  init: (hooks: HookRegistry<Options>) => void,
  scopes: OperationScopes,
): ConnectHooks<Options> {
  return connectHooks(() => {
    const hooks: CallHook<Options>[] = [];
    // Only the registered member: an object may have others. Called on the object, which has state.
    init({
      registerSDKInitHook: (hook) => hooks.push({ sdkInit: (...args) => hook.sdkInit(...args) }),
      registerBeforeCreateRequestHook: (hook) =>
        hooks.push({ beforeCreateRequest: (...args) => hook.beforeCreateRequest(...args) }),
      registerBeforeRequestHook: (hook) =>
        hooks.push({ beforeRequest: (...args) => hook.beforeRequest(...args) }),
      registerAfterSuccessHook: (hook) =>
        hooks.push({ afterSuccess: (...args) => hook.afterSuccess(...args) }),
      registerAfterErrorHook: (hook) =>
        hooks.push({ afterError: (...args) => hook.afterError(...args) }),
    });
    return hooks;
  }, scopes);
}
