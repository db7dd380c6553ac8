/** Hooks of a generated SDK: code of its owner around the attempts of every call. */
export { connectHooks } from "./connect-hooks.js";
export { type HookRegistry, type HookWith, registerHooks } from "./register-hooks.js";
export type {
  Awaitable,
  CallHook,
  CallHookContext,
  ConnectHooks,
  ErrorOutcome,
  OperationScopes,
  RequestInput,
} from "./types.js";
