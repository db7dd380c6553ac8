import { type Fault, serve } from "connections-sdk/testing";

/** An emulated Ampersand for the examples. */
export interface ExampleEmulator extends AsyncDisposable {
  /** The URL of the emulated Ampersand. */
  readonly serverURL: string;
  /** Injects a fault into the next requests. */
  fail(fault: Fault): Promise<void>;
}

/**
 * Uses the emulator at the URL in `EMULATOR` (see `npm run emulator`), or starts one on a free
 * port.
 */
export async function emulator(): Promise<ExampleEmulator> {
  const running = process.env["EMULATOR"];
  if (running !== undefined && running !== "")
    return emulatorAt(running.replace(/\/$/, ""), keepRunning);
  const served = await serve();
  return emulatorAt(served.url, served.close);
}

function emulatorAt(url: string, close: () => Promise<void>): ExampleEmulator {
  return {
    serverURL: `${url}/ampersand/v1`,
    async fail(fault) {
      const response = await fetch(`${url}/__emulator/faults`, {
        method: "POST",
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    [Symbol.asyncDispose]: close,
  };
}

async function keepRunning(): Promise<void> {}
