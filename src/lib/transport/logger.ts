import type { Call } from "../call/call.js";
import { SECRET_HEADER, redactor } from "../call/redact.js";
import type { ResponseHeaders } from "../web/transport-response.js";
import type { Transport } from "./transport.js";

/** Where debug lines go. `console` is one. */
export interface Logger {
  group(label?: string): void;
  groupEnd(): void;
  log(message: unknown, ...more: unknown[]): void;
}

/** A transport that tells a logger of every request and answer. Bodies, credentials and secret headers are left out. */
export function withLogging(transport: Transport, logger: Logger): Transport {
  return async (call) => {
    const started = Date.now();
    const title = `${call.method} ${call.url} (attempt ${call.attempt})`;
    writeGroup(logger, call, `> ${title}`, new Headers(call.headers));
    const reply = await transport(call);
    const took = Date.now() - started;
    writeGroup(logger, call, `< ${reply.status} after ${took} ms: ${title}`, reply.headers);
    return reply;
  };
}

/** A logger that fails, at once or later, must not fail the call. */
async function writeGroup(
  logger: Logger,
  call: Call,
  label: string,
  headers: ResponseHeaders,
): Promise<void> {
  const mask = redactor(call);
  try {
    const said: unknown[] = [logger.group(mask(label))];
    headers.forEach((value, name) =>
      said.push(logger.log(`${name}: ${SECRET_HEADER.test(name) ? "***" : mask(value)}`)),
    );
    said.push(logger.groupEnd());
    await Promise.all(said);
  } catch {
    // Nothing to tell it to.
  }
}
