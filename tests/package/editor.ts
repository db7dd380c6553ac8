import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository } from "../size/bundle.js";
import { limits } from "../support/limits.js";
import type { Installed } from "./installed.js";

const program = `
import { SDK } from "connections-sdk";
import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { codat } from "connections-sdk/codat";
export async function main() {
  const sdk = new SDK({ apiKeyHeader: "k" });
  const page = await sdk.connections.list({ projectIdOrName: "p" });
  const { connections } = page;
  const res = await connectionsGet(new SDKNodePlatformCore(), { projectIdOrName: "p", connectionId: "c" });
  if (!res.ok) throw res.error;
  const { value, value: { createTime } } = res;
  const books = new SDK({ platform: codat({ authHeader: "k" }) });
  return { sdk, page, connections, value, createTime, books };
}
`;

/**
 * A word of the program, the types that an editor shows for it, where it is defined, and what that
 * place says.
 */
type Look = readonly [word: string, shown: string | undefined, file: string, line: string];

const looks: readonly Look[] = [
  ["SDK({ apiKeyHeader", undefined, "src/connections/sdk/sdk.ts", "export class SDK"],
  ["list(", undefined, "src/connections/sdk/connections.ts", "list("],
  ["page =", "const page: ConnectionsPage<AmpersandConnection, AmpersandCoordinates>", "", ""],
  [
    "connections }",
    "const connections: Connection<AmpersandConnection, AmpersandCoordinates>[]",
    "src/connections/vocabulary/connection.ts",
    "connections",
  ],
  [
    "connectionsGet(new",
    "connectionsGet(client: Client, request: GetConnectionRequest, options?: RequestOptions): APIPromise<Result<Connection, GetConnectionInputValidationProblem | ClientError>>",
    "src/platforms/ampersand/funcs/connectionsGet.ts",
    "export const connectionsGet",
  ],
  [
    "connectionId:",
    undefined,
    "src/platforms/ampersand/models/operations/connections.ts",
    "connectionId",
  ],
  ["value,", "const value: Connection", "src/lib/call/result.ts", "value"],
  [
    "createTime } }",
    "const createTime: Date",
    "src/platforms/ampersand/models/components/connections.ts",
    "createTime",
  ],
  [
    "codat({",
    "codat(options?: CodatOptions): Platform<Codat>",
    "src/connections/platforms/codat/platform.ts",
    "export function codat",
  ],
  ["books =", "const books: SDK<Codat>", "", ""],
];

/** What an editor says about a user's program: its own server is asked, about the tarball. */
export function editorTests(installed: () => Installed): void {
  let server: Server;
  beforeAll(() => {
    server = start();
    const config = { compilerOptions: { module: "nodenext", target: "es2022", strict: true } };
    writeFileSync(join(installed().project, "tsconfig.json"), JSON.stringify(config));
    for (const name of ["edited.mts", "edited.cts"]) {
      const file = join(installed().project, name);
      writeFileSync(file, program);
      server.tell("open", { file });
    }
  });
  afterAll(() => server.stop());

  const modules = ["edited.mts", "edited.cts"].flatMap((module) =>
    looks.map(([word, shown, file, line]) => [module, word, shown, file, line] as const),
  );
  test.each(modules)(
    "in %s, an editor shows the type of %j and jumps to its source",
    async (module, word, shown, file, line) => {
      const at = { file: join(installed().project, module), ...place(word) };
      const info = (await server.ask("quickinfo", at)) as { displayString: string };
      if (shown !== undefined) expect(info.displayString).toContain(shown);
      if (file === "") return;
      const [definition] = (await server.ask("definition", at)) as Definition[];
      expect(definition?.file).toBe(join(installed().folder, file));
      const lines = readFileSync(join(installed().folder, file), "utf8").split("\n");
      expect(lines[(definition?.start.line ?? 0) - 1]).toContain(line);
    },
    // The first to ask waits for the server to start.
    limits.processes,
  );
}

interface Definition {
  readonly file: string;
  readonly start: { readonly line: number };
}

function place(word: string): { line: number; offset: number } {
  const before = program.slice(0, program.indexOf(word)).split("\n");
  return { line: before.length, offset: (before.at(-1) ?? "").length + 1 };
}

/** TypeScript's server, as editors run it. */
interface Server {
  readonly tell: (command: string, args: object) => void;
  readonly ask: (command: string, args: object) => Promise<unknown>;
  readonly stop: () => void;
}

function start(): Server {
  const script = join(repository, "node_modules/typescript/lib/tsserver.js");
  const flags = ["--disableAutomaticTypingAcquisition", "--suppressDiagnosticEvents"];
  const child: ChildProcess = spawn(process.execPath, [script, ...flags], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting = new Map<number, (response: ServerResponse) => void>();
  // Each message has a line of its own, among those of its headers.
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const response = JSON.parse(line) as ServerResponse;
    waiting.get(response.request_seq ?? 0)?.(response);
  });
  let seq = 0;
  const send = (command: string, args: object): number => {
    child.stdin?.write(
      `${JSON.stringify({ seq: ++seq, type: "request", command, arguments: args })}\n`,
    );
    return seq;
  };
  return {
    tell: (command, args) => void send(command, args),
    ask: (command, args) =>
      new Promise((resolve, reject) => {
        waiting.set(send(command, args), ({ success, body, message }) =>
          success ? resolve(body) : reject(new Error(message)),
        );
      }),
    stop: () => void child.kill(),
  };
}

interface ServerResponse {
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly body?: unknown;
  readonly message?: string;
}
