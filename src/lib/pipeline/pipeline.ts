import type { Call } from "../call/call.js";
import type { Handler } from "../call/middleware.js";
import type { AttemptResult } from "../call/received-response.js";
import { withLogging } from "../transport/logger.js";
import { network } from "../transport/network.js";
import { type Transport, createAbortController, fetchTransport } from "../transport/transport.js";
import { attempt } from "./attempt.js";
import { withRetries } from "./retry.js";
import type { Settings } from "./settings.js";

/** Sends a call, with retries. */
export type Pipeline = (call: Call) => Promise<AttemptResult>;

/**
 * Creates the pipeline of a client: retries around attempts, and in each attempt the timeout, the
 * credentials, the user's middleware and the network.
 */
export function pipeline(settings: Settings): Pipeline {
  const { logger } = settings;
  const { httpClient, middleware } = settings.options;
  const transport = httpClient ?? fetchTransport;
  const send: Transport["send"] = (call) => transport.send(call);
  const handler = (middleware ?? []).reduceRight<Handler>(
    (next, wrap) => wrap(next),
    network(logger ? withLogging(send, logger) : send),
  );
  // Middleware must receive a real AbortSignal. A transport may need only part of one.
  const createController = middleware?.length
    ? createAbortController
    : () => transport.createController();
  const makeAttempt = (call: Call): Promise<AttemptResult> =>
    attempt(call, settings, handler, createController);
  return (call) => withRetries(call, settings, makeAttempt);
}
