/**
 * Sends 1 GB from streams, iterables and a file on disk, alone and in a form, with each transport.
 * Whatever is sent, memory must stay close to that of a small upload.
 */
import { fork } from "node:child_process";
import { createReadStream, openAsBlob } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytesBody, empty, multipartBody, operation } from "../../src/lib/index.ts";
import { binary, object } from "../../src/lib/schema/index.ts";
import { NodeHTTPClient } from "../../src/node/index.ts";
import { coreOf } from "../support/sdk.ts";

const self = fileURLToPath(import.meta.url);
/** Sent first, so that the heap has its usual size. */
const WARM_UP = 2 ** 26;
const GIGABYTE = 2 ** 30;
/** How much memory an upload may take over that of the idle process, in bytes. */
const MOST_MEMORY = 64 * 2 ** 20;

/** A server that counts bytes, in a process of its own. */
async function serve() {
  const server = createServer((request, response) => {
    let size = 0;
    request.on("data", (chunk) => (size += chunk.length));
    request.on("end", () => {
      response.writeHead(204, { "x-size": size }).end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.send(server.address().port);
}

/** Starts the server, and a process for each upload, because memory is not given back at once. */
async function run() {
  const server = fork(self, ["server"], { execArgv: ["--import", "tsx"] });
  const [port] = await once(server, "message");
  const folder = await mkdtemp(join(tmpdir(), "upload-"));
  const path = join(folder, "file.bin");
  await writeFile(path, "");
  for (const transport of Object.keys(transports))
    for (const what of Object.keys(uploads)) {
      const client = fork(self, [transport, what, port, path], { execArgv: process.execArgv });
      const [status] = await once(client, "exit");
      if (status !== 0) process.exitCode = 1;
    }
  server.kill();
  await rm(folder, { recursive: true });
}

async function measure(transport, what, port, path) {
  const httpClient = transports[transport]();
  const core = coreOf(`http://127.0.0.1:${port}`, { httpClient, timeoutMs: 0 });
  const send = uploads[what];
  await truncate(path, WARM_UP);
  await check(send(core, path, WARM_UP), WARM_UP);
  globalThis.gc();
  const idle = process.memoryUsage.rss();
  await truncate(path, GIGABYTE);
  const { most, ms } = await sampled(check(send(core, path, GIGABYTE), GIGABYTE));
  const over = most - idle;
  console.log(
    `${transport.padEnd(14)} ${what.padEnd(22)} ${mega(over)} MB over ${mega(idle)} MB idle, ${Math.round(ms)} ms`,
  );
  if (over <= MOST_MEMORY) return;
  console.log(`expected at most ${mega(MOST_MEMORY)} MB`);
  process.exitCode = 1;
}

const transports = { fetch: () => undefined, NodeHTTPClient: () => new NodeHTTPClient() };

const put = operation(() => ({
  id: "put",
  method: "PUT",
  path: "/raw",
  request: binary,
  body: bytesBody(),
  responses: [empty(204)],
}));
const form = operation(() => ({
  id: "form",
  method: "PUT",
  path: "/form",
  request: object(() => ({ file: binary })),
  body: multipartBody(),
  responses: [empty(204)],
}));

const uploads = {
  "a ReadableStream": (core, _, size) => put(core, ReadableStream.from(chunks(size))).$inspect(),
  "an async generator": (core, _, size) => put(core, chunks(size)).$inspect(),
  "an fs.ReadStream": (core, path) => put(core, createReadStream(path)).$inspect(),
  "a file on disk": async (core, path) => put(core, await openAsBlob(path)).$inspect(),
  "a file, with progress": async (core, path) =>
    put(core, { content: await openAsBlob(path), onProgress() {} }).$inspect(),
  "a stream in a form": (core, _, size) =>
    form(core, { file: { content: chunks(size), size } }).$inspect(),
  "a file in a form": async (core, path) => form(core, { file: await openAsBlob(path) }).$inspect(),
};

async function* chunks(size) {
  for (let sent = 0; sent < size; sent += 65_536) yield new Uint8Array(65_536);
}

/** Fails unless the server has received all of it. */
async function check(sending, size) {
  const [result, { response }] = await sending;
  if (!result.ok) throw result.error;
  const arrived = Number(response.headers.get("x-size"));
  if (arrived < size) throw new Error(`expected ${size} bytes, the server received ${arrived}`);
}

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
