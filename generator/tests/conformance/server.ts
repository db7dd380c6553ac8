import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
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

/** Some requests that it refuses would end the server, because it throws in callbacks. */
const KEEP_ALIVE = 'data:text/javascript,process.on("uncaughtException", console.error)';

/** Starts the mock server on a free port and waits until it listens. */
export async function startServer(): Promise<MockServer> {
  mkdirSync(sandbox, { recursive: true });
  const cli = join(packageFolder("@typespec/spector"), "dist/src/cli/cli.js");
  const specs = join(packageFolder("@typespec/http-specs"), "specs");
  const coverage = join(sandbox, "coverage.json");
  const server = spawn(
    process.execPath,
    ["--import", KEEP_ALIVE, cli, "serve", specs, "--port", "0", "--coverageFile", coverage],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const origin = `http://localhost:${await portOf(server)}`;
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
    stop: () => void server.kill(),
  };
}

/** The port that the server prints when it listens. */
function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      if (output.length > 100_000) return; // it logs every request
      output += chunk.toString();
      const [, port] = /Started server on (\d+)/.exec(output) ?? [];
      if (port !== undefined) resolve(port);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`The mock server ended.\n${output}`)));
  });
}
