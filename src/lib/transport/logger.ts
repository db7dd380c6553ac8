import type { Call } from "../call/call.js";
import { redactHeader, redactor } from "../call/redact.js";
import type { ResponseHeaders } from "../web/transport-response.js";
import type { Transport } from "./transport.js";

type Send = Transport["send"];

/** Writes debug output. `console` is a logger. */
export interface Logger {
  /** Starts a group of lines: the request or the response. */
  group(label?: string): void;
  /** Ends the group. */
  groupEnd(): void;
  /** Writes a line: a header. */
  log(message: unknown, ...more: unknown[]): void;
}

/**
 * Wraps the `send` of a transport to log each request and response. Leaves out bodies and redacts
 * credentials.
 */
export function withLogging(send: Send, logger: Logger): Send {
  return async (call) => {
    const started = Date.now();
    const title = `${call.method} ${call.url} (attempt ${call.attempt})`;
    writeGroup(logger, call, `> ${title}`, new Headers(call.headers));
    const response = await send(call);
    // A transport of the caller's may return nothing. That is an error, but not of the logger.
    if (!response) return response;
    const elapsed = Date.now() - started;
    writeGroup(
      logger,
      call,
      `< ${response.status} after ${elapsed} ms: ${title}`,
      response.headers,
    );
    return response;
  };
}

/** Logs a label and headers. */
function writeGroup(logger: Logger, call: Call, label: string, headers: ResponseHeaders): void {
  const redact = redactor(call);
  ignoreErrors(() => {
    const returned: unknown[] = [logger.group(redact(label))];
    headers.forEach((value, name) =>
      returned.push(logger.log(`${name}: ${redactHeader(call, redact, name, value)}`)),
    );
    returned.push(logger.groupEnd());
    return Promise.all(returned);
  });
}

/**
 * Runs code of the caller that only listens. If it throws or rejects, the call must not fail, and
 * there is nowhere to log it.
 */
export async function ignoreErrors(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch {
    // See above.
  }
}
