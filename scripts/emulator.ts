/** `npm run emulator -- --port 4010`: the emulator as a server, until it is told to stop. */
import { serve } from "../src/testing/index.js";
import { readOptions } from "./emulator-options.js";

try {
  const { url, serverURL, close } = await serve(readOptions(process.argv.slice(2)));
  const stop = (): void => void close().then(() => process.exit(0));
  process.on("SIGINT", stop).on("SIGTERM", stop);
  console.log(`Emulator at ${url}
  Ampersand: serverURL ${serverURL("ampersand")}, any API key
  Mammoth:   serverURL ${serverURL("mammoth")}, any API key and secret
  Codat:     serverURL ${serverURL("codat")}, "Basic " and any API key in base64
  Nango:     serverURL ${serverURL("nango")}, any UUID as API key
  Control:   POST ${url}/__emulator/faults, POST ${url}/__emulator/reset, GET ${url}/__emulator/log`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
