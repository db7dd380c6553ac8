import type { Call } from "../lib/call/call.js";
import { type Transport, fetchTransport } from "../lib/transport/transport.js";
import { dispatch } from "./dispatch.js";
import { DispatchHeaders } from "./dispatch-headers.js";
import { DispatchResponse } from "./dispatch-response.js";
import { type Dispatcher, globalDispatcher } from "./dispatcher.js";
import { impersonate } from "./impersonate.js";
import { LightAbortController, withSignal } from "./light-abort-controller.js";

/**
 * A transport that hands requests to a dispatcher: the one in the call's `fetchOptions`, the given
 * one, or the one that Node's `fetch` uses. In a runtime that has none it is `fetch`.
 */
export function dispatcherTransport(given: Dispatcher | undefined): Transport {
  return {
    send(call) {
      const dispatcher = dispatcherOf(call) ?? given ?? globalDispatcher();
      if (dispatcher === undefined) return fetchTransport.send(withSignal(call));
      impersonateWebClasses();
      return dispatch(call, dispatcher);
    },
    createController: () => new LightAbortController(),
    get sendsGETBody() {
      return (given ?? globalDispatcher()) !== undefined;
    },
  };
}

function dispatcherOf({ init }: Call): Dispatcher | undefined {
  // an option of Node's `fetch`
  return (init as { readonly dispatcher?: Dispatcher } | undefined)?.dispatcher;
}

let isImpersonating = false;

/** Called by the first request and not on import, because it loads the web's classes. */
function impersonateWebClasses(): void {
  if (isImpersonating) return;
  isImpersonating = true;
  impersonate(DispatchResponse, Response, (response) => response.real());
  impersonate(DispatchHeaders, Headers, (headers) => headers.real());
}
