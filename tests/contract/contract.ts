import { randomBytes } from "node:crypto";
import { serve } from "connections-sdk/testing";
import { type Difference, compare } from "./compare.js";
import { type Exchange, Recorder } from "./exchange.js";
import { Ledger } from "./ledger.js";
import type { Ground, Program } from "./program.js";

/** A server to run a program against. */
export interface Server {
  readonly url: string;
  readonly credentials: readonly string[];
  /** Values of the account. Defaults to those of the emulator. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A step, and where the server differs from the emulator in it. */
export interface Comparison {
  readonly step: string;
  readonly differences: readonly Difference[];
}

/** Runs a program against a server and against the emulator, and compares the responses. */
export async function compareWithEmulator(program: Program, server: Server): Promise<Comparison[]> {
  await using served = await serve();
  const emulated = groundOf(program, emulator(program, served.serverURL(program.name)));
  const live = groundOf(program, server);
  const expected = await runProgram(program, emulated);
  const found = await runProgram(program, live);
  const names = { emulator: namesOf(emulated), server: namesOf(live) };
  return found.map(({ step, exchanges }, index) => ({
    step,
    differences: exchanges.flatMap((exchange, at) => {
      const other = expected[index]?.exchanges[at];
      return other
        ? compare(other, exchange, names)
        : [{ at: "requests", emulator: "no request", server: exchange.path }];
    }),
  }));
}

/** The requests that a program would send, by step. */
export async function requestsOf(program: Program): Promise<Outcome[]> {
  await using served = await serve();
  const ground = groundOf(program, emulator(program, served.serverURL(program.name)));
  // Awaited, because the emulator is closed at the end of the block.
  return await runProgram(program, ground);
}

/** A step's requests and responses. */
export interface Outcome {
  readonly step: string;
  readonly exchanges: readonly Exchange[];
}

function emulator({ emulated, settings }: Program, url: string): Server {
  return { url, credentials: emulated, settings };
}

/** Runs a program against a server and cleans up, whatever happens. */
async function runProgram(program: Program, ground: Ground): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  try {
    for (const { name, creates = false, run } of program.steps) {
      ground.recorder.isCreating = creates;
      await run(ground);
      ground.recorder.isCreating = false;
      outcomes.push({ step: name, exchanges: ground.recorder.take() });
    }
  } finally {
    await program.cleanUp(ground);
  }
  return outcomes;
}

function groundOf(program: Program, { url, credentials, settings }: Server): Ground {
  const ledger = new Ledger(`contract-${randomBytes(4).toString("hex")}`);
  const recorder = new Recorder(ledger);
  return {
    sdk: program.sdk(credentials, url, recorder),
    url,
    headers: program.headers(credentials),
    recorder,
    ledger,
    settings: { ...program.settings, ...settings },
  };
}

/** Values that differ between two runs, by what to call them. */
function namesOf({ ledger, settings, url }: Ground): Map<string, string> {
  return new Map([
    [ledger.mark, "<mark>"],
    [url, "<url>"],
    ...Object.entries(settings).map(([name, value]): [string, string] => [value, `<${name}>`]),
  ]);
}
