import type { Call } from "./call.js";
import { maskOf } from "./promise.js";
import type { Transport } from "./transport.js";

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
    const started = Date.now();
    const title = `${call.method} ${call.url} (attempt ${call.attempt})`;
    tell(logger, call, `> ${title}`, (visit) =>
      Object.entries(call.headers).forEach(([name, value]) => visit(value, name)),
    );
    const reply = await transport(call);
    const took = Date.now() - started;
    tell(logger, call, `< ${reply.status} after ${took} ms: ${title}`, (visit) =>
      reply.headers.forEach(visit),
    );
    return reply;
  };
}

type Each = (visit: (value: string, name: string) => void) => void;

/** A logger that fails, at once or later, must not fail the call. */
async function tell(logger: Logger, call: Call, label: string, headers: Each): Promise<void> {
  const mask = maskOf(call.secrets);
  try {
    const said: unknown[] = [logger.group(mask(label))];
    headers((value, name) =>
      said.push(logger.log(`${name}: ${SECRET_HEADER.test(name) ? "***" : mask(value)}`)),
    );
    said.push(logger.groupEnd());
    await Promise.all(said);
  } catch {
    // Nothing to tell it to.
  }
}
