/** `npm run emulator -- --port 4010`: runs the emulator as a server until it is stopped. */
import { createClock } from "../src/testing/clock.js";
import { serve } from "../src/testing/index.js";
import { type PlatformName, createPlatforms } from "../src/testing/platforms.js";
import { readOptions } from "./emulator-options.js";
import { readPlatformList } from "./platform-list.js";

try {
  const { url, serverURL, close } = await serve(readOptions(process.argv.slice(2)));
  const stop = (): void => void close().then(() => process.exit(0));
  process.on("SIGINT", stop).on("SIGTERM", stop);
  console.log(`Emulator at ${url}`);
  const emulated = createPlatforms({}, createClock);
  for (const { name, title } of readPlatformList().platforms) {
    const platform = name as PlatformName; // `npm run platforms` writes these from the same list
    print(title, `serverURL ${serverURL(platform)}, ${emulated[platform].hint}`);
  }
  print(
    "Control",
    `POST ${url}/__emulator/faults, POST ${url}/__emulator/reset, GET ${url}/__emulator/log`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function print(label: string, value: string): void {
  console.log(`  ${`${label}:`.padEnd(10)} ${value}`);
}
