/** `npm run emulator -- --port 4010`: the emulator as a server, until it is told to stop. */
import { parseArgs } from "node:util";
import { serve } from "../src/testing/index.js";

function readOptions(): { port: number; host: string } {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
    },
  });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new Error(
      `--port must be a number from 0 to 65535 (0 for a free one), not ${values.port}.`,
    );
  }
  return { port, host: values.host };
}

try {
  const served = await serve(readOptions());
  console.log(`Emulator at ${served.url}`);
  console.log(`  Ampersand: serverURL ${served.serverURL("ampersand")}, any API key`);
  console.log(
    `  Control:   POST ${served.url}/__emulator/faults, /reset; GET ${served.url}/__emulator/log`,
  );
  const stop = (): void => void served.close().then(() => process.exit(0));
  process.on("SIGINT", stop).on("SIGTERM", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
