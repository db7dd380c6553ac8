import { maskOf } from "./promise.js";
import type { Reply, Transport } from "./transport.js";

/** Where debug lines go. `console` is one. */
export interface Logger {
  group(label?: string): void;
  groupEnd(): void;
  log(message: unknown, ...more: unknown[]): void;
}

const SECRET_HEADER = /auth|cookie|key|token|secret|password|signature/i;

/** A transport that tells a logger of every request and answer. Bodies, credentials and secret headers are left out. */
export function logged(transport: Transport, logger: Logger): Transport {
  return async (call) => {
    const mask = maskOf(call.secrets);
    const title = `${call.method} ${mask(call.url)}`;
    const started = Date.now();
    tell(logger, `> ${title} (attempt ${call.attempt})`, Object.entries(call.headers));
    try {
      const reply = await transport(call);
      tell(logger, `< ${reply.status} ${title} after ${Date.now() - started} ms`, headersOf(reply));
      return reply;
    } catch (cause) {
      tell(logger, `! no answer to ${title} after ${Date.now() - started} ms`, []);
      throw cause;
    }
  };
}

function headersOf(reply: Reply): [string, string][] {
  const pairs: [string, string][] = [];
  reply.headers.forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

/** A logger that fails must not fail the call. */
function tell(
  logger: Logger,
  label: string,
  headers: readonly (readonly [string, string])[],
): void {
  try {
    logger.group(label);
    for (const [name, value] of headers)
      logger.log(`${name}: ${SECRET_HEADER.test(name) ? "***" : value}`);
    logger.groupEnd();
  } catch {
    // Nothing to tell it to.
  }
}
