/**
 * Downloads 1 GB with each transport: reads it as a stream, and saves it as a file. Whatever is
 * received, memory must stay close to that of a small download.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { byteStream, operation, path } from "../../src/lib/index.ts";
import { object, string } from "../../src/lib/schema/index.ts";
import { NodeHTTPClient, saveTo } from "../../src/node/index.ts";
import { coreOf } from "../support/sdk.ts";

const self = fileURLToPath(import.meta.url);
/** Received first, so that the heap has its usual size. */
const WARM_UP = 2 ** 26;
const GIGABYTE = 2 ** 30;
/** How much memory a download may take over that of the idle process, in bytes. */
const MOST_MEMORY = 64 * 2 ** 20;

/** A server that sends as many bytes as the path says, in a process of its own. */
async function serve() {
  const chunk = new Uint8Array(65_536);
  const server = createServer((request, response) => {
    let left = Number(request.url.slice(1));
    response.writeHead(200, { "content-length": left });
    const send = () => {
      while (left > 0) {
        left -= chunk.length;
        if (!response.write(chunk)) return response.once("drain", send);
      }
      response.end();
    };
    send();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.send(server.address().port);
}

/** Starts the server, and a process for each download, because memory is not given back at once. */
async function run() {
  const server = fork(self, ["server"], { execArgv: ["--import", "tsx"] });
  const [port] = await once(server, "message");
  const folder = await mkdtemp(join(tmpdir(), "download-"));
  for (const transport of Object.keys(transports))
    for (const what of Object.keys(downloads)) {
      const file = join(folder, "file.bin");
      const client = fork(self, [transport, what, port, file], { execArgv: process.execArgv });
      const [status] = await once(client, "exit");
      if (status !== 0) process.exitCode = 1;
    }
  server.kill();
  await rm(folder, { recursive: true });
}

async function measure(transport, what, port, file) {
  const httpClient = transports[transport]();
  const core = coreOf(`http://127.0.0.1:${port}`, { httpClient, timeoutMs: 0 });
  const receive = async (size) => {
    const result = await download(core, { size: `${size}` });
    if (!result.ok) throw result.error;
    const received = await downloads[what](result.value, file);
    if (received !== size) throw new Error(`expected ${size} bytes, received ${received}`);
  };
  await receive(WARM_UP);
  globalThis.gc();
  const idle = process.memoryUsage.rss();
  const { most, ms } = await sampled(receive(GIGABYTE));
  const over = most - idle;
  console.log(
    `${transport.padEnd(14)} ${what.padEnd(22)} ${mega(over)} MB over ${mega(idle)} MB idle, ${Math.round(ms)} ms`,
  );
  if (over <= MOST_MEMORY) return;
  console.log(`expected at most ${mega(MOST_MEMORY)} MB`);
  process.exitCode = 1;
}

const transports = { fetch: () => undefined, NodeHTTPClient: () => new NodeHTTPClient() };

const download = operation(() => ({
  id: "download",
  method: "GET",
  path: "/{size}",
  request: object(() => ({ size: string })),
  parameters: [path("size")],
  responses: [byteStream(200)],
}));

const downloads = {
  "read as a stream": async (stream) => {
    let size = 0;
    for await (const chunk of stream) size += chunk.length;
    return size;
  },
  "saved as a file": async (stream, file) => {
    const { size } = await saveTo(stream, file);
    return (await stat(file)).size === size ? size : undefined;
  },
};

/** The most memory of the process while a promise is pending, and the time that it took. */
async function sampled(promise) {
  const started = performance.now();
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  await promise;
  clearInterval(timer);
  return { most, ms: performance.now() - started };
}

function mega(bytes) {
  return (bytes / 2 ** 20).toFixed(0).padStart(4);
}

const [role, ...args] = process.argv.slice(2);
if (role === undefined) await run();
else if (role === "server") await serve();
else {
  await measure(role, ...args);
  process.exit(); // not waiting for connections that are kept alive
}
