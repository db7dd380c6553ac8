import { type Fault, serve } from "connections-sdk/testing";

/** An emulated Ampersand for the examples: where it is, and how to make it fail. */
export interface ExampleEmulator extends AsyncDisposable {
  readonly serverURL: string;
  /** Spoils the next requests; see `Fault`. */
  fail(fault: Fault): Promise<void>;
}

/** The emulator at the URL in `EMULATOR` (`npm run emulator` prints it), or one of the example's own on a free port. */
export async function emulator(): Promise<ExampleEmulator> {
  const running = process.env["EMULATOR"];
  if (running !== undefined && running !== "") return at(running.replace(/\/$/, ""), nothing);
  const served = await serve();
  return at(served.url, served.close);
}

function at(url: string, close: () => Promise<void>): ExampleEmulator {
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

async function nothing(): Promise<void> {}
