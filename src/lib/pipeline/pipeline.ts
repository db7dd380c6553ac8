import type { Call } from "../call/call.js";
import type { Handler } from "../call/middleware.js";
import type { AttemptResult } from "../call/received-response.js";
import type { AttemptController } from "../transport/http-client.js";
import { withLogging } from "../transport/logger.js";
import { network } from "../transport/network.js";
import { fetchTransport } from "../transport/transport.js";
import { attempt } from "./attempt.js";
import { withRetries } from "./retry.js";
import type { Settings } from "./settings.js";

/** What a client does with a call. */
export type Pipeline = (call: Call) => Promise<AttemptResult>;

/** Puts together what a client does: retries around attempts; in each, deadline, signing, the user's middleware, network. */
export function pipeline(settings: Settings): Pipeline {
  const { logger } = settings;
  const { httpClient, middleware } = settings.options;
  const transport = httpClient ? httpClient.transport : fetchTransport;
  const handler = (middleware ?? []).reduceRight<Handler>(
    (next, wrap) => wrap(next),
    network(logger ? withLogging(transport, logger) : transport),
  );
  // What middleware sees must be real; a transport may do with less.
  const controller = (): AttemptController =>
    (!middleware?.length && httpClient?._controller?.()) || new AbortController();
  return (call) =>
    withRetries(call, settings, (each) => attempt(each, settings, handler, controller));
}
