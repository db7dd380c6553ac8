import { parseArgs } from "node:util";
import type { ServeOptions } from "../src/testing/index.js";

/**
 * Reads `--port` and `--host` from the command line. Throws an error with a message of one line if
 * they are invalid.
 */
export function readOptions(
  args: readonly string[],
): Required<Pick<ServeOptions, "port" | "host">> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
    },
  });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (port <= 65_535) return { port, host: values.host };
  throw new Error(
    `--port must be a number from 0 to 65535 (0 for a free one), not ${values.port}.`,
  );
}
