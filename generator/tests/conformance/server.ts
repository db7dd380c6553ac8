import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { packageFolder, sandbox } from "./workspace.js";

/** What the mock server has seen of a scenario. */
export type Coverage = "pass" | "fail" | "not-implemented";

/** Spector's mock server in a process of its own. */
export interface MockServer {
  readonly origin: string;
  /** What the server has seen of each scenario so far. */
  readonly coverage: () => Promise<ReadonlyMap<string, Coverage>>;
  readonly stop: () => void;
}

/** Starts the mock server and waits until it listens. */
export async function startServer(): Promise<MockServer> {
  mkdirSync(sandbox, { recursive: true });
  const port = await freePort();
  const process = serve(port);
  const origin = `http://localhost:${port}`;
  await listening(origin, process);
  return {
    origin,
    coverage: async () => {
      const response = await fetch(`${origin}/.coverage`);
      // the format of the server's coverage file
      const [report] = (await response.json()) as readonly {
        readonly results: Readonly<Record<string, Coverage>>;
      }[];
      return new Map(Object.entries(report?.results ?? {}));
    },
    stop: () => void process.kill(),
  };
}

function serve(port: number): ChildProcess {
  const cli = join(packageFolder("@typespec/spector"), "dist/src/cli/cli.js");
  const specs = join(packageFolder("@typespec/http-specs"), "specs");
  const coverage = join(sandbox, "coverage.json");
  return spawn(
    process.execPath,
    [cli, "serve", specs, "--port", String(port), "--coverageFile", coverage],
    { stdio: "ignore" },
  );
}

async function listening(origin: string, process: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (process.exitCode !== null) throw new Error(`The mock server ended: ${process.exitCode}.`);
    try {
      if ((await fetch(`${origin}/.coverage`)).ok) return;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The mock server did not start.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
