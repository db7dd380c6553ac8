import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type ByteStream, type Operation, byteStream, operation } from "../../../src/lib/index.js";
import { NodeHTTPClient, SaveError, saveTo } from "../../../src/node/index.js";
import { coreOf } from "../../support/sdk.js";
import { serve, serveRaw } from "../../support/server.js";

const download: Operation<void, ByteStream> = operation(() => ({
  id: "download",
  method: "GET",
  path: "/file",
  responses: [byteStream(200)],
}));

const transports = [
  ["fetch", () => undefined],
  ["NodeHTTPClient", () => new NodeHTTPClient()],
] as const;

/** A folder until the test is over. */
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "save-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

function streamOf(...parts: string[]): ReadableStream<Uint8Array> {
  return new Blob(parts).stream();
}

test.for(transports)("a download is saved with its progress, with %s", async ([, createClient]) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-length": "200000" }).end("x".repeat(200_000));
  });
  const result = await download(coreOf(server.url, { httpClient: createClient() }), undefined);
  if (!result.ok) throw result.error;
  const home = await folder();
  const path = join(home, "file.bin");
  const seen: unknown[] = [];
  const onProgress = (...counts: unknown[]): void => {
    seen.push(counts);
    throw new Error("it only listens");
  };
  expect(await saveTo(result.value, path, { onProgress })).toEqual({ path, size: 200_000 });
  expect(await readFile(path, "utf8")).toBe("x".repeat(200_000));
  expect(seen.at(-1)).toEqual([200_000, 200_000]);
  expect(await readdir(home)).toEqual(["file.bin"]);
});

test("a response, a stream, an empty body and the URL of a file", async () => {
  const path = join(await folder(), "file.bin");
  for (const source of [
    new Response("abc", { headers: { "content-length": "3" } }),
    streamOf("ab", "c"),
  ]) {
    await saveTo(source, pathToFileURL(path));
    expect(await readFile(path, "utf8")).toBe("abc");
  }
  expect(await saveTo(new Response(null), path)).toEqual({ path, size: 0 });
  expect(await readFile(path, "utf8")).toBe("");
});

test.for(transports)("nothing is left of a body that is cut, with %s", async ([, createClient]) => {
  const url = await serveRaw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
    setTimeout(() => socket.destroy(), 20);
  });
  const home = await folder();
  const path = join(home, "file.bin");
  await writeFile(path, "before");
  const result = await download(coreOf(url, { httpClient: createClient() }), undefined);
  if (!result.ok) throw result.error;
  await expect(saveTo(result.value, path)).rejects.toMatchObject({ name: "ConnectionError" });
  expect(await readdir(home)).toEqual(["file.bin"]);
  expect(await readFile(path, "utf8")).toBe("before");
});

test("a response with another number of bytes than it says is refused", async () => {
  const home = await folder();
  for (const length of ["2", "4"]) {
    const response = new Response("abc", { headers: { "content-length": length } });
    await expect(saveTo(response, join(home, "file"))).rejects.toThrow(`received 3 of ${length}`);
  }
  expect(await readdir(home)).toEqual([]);
});

test("an error of the transport is a ConnectionError", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: () => Promise.reject(new TypeError("terminated")),
  });
  const home = await folder();
  await expect(saveTo(new Response(broken), join(home, "file"))).rejects.toMatchObject({
    name: "ConnectionError",
    message: "Connection closed while reading the body: terminated",
  });
  expect(await readdir(home)).toEqual([]);
});

test("an abort ends the download and leaves nothing, whenever it comes", async () => {
  const home = await folder();
  for (const when of ["before", "early", "silent"]) {
    let isCanceled = false;
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(3)),
      cancel: () => void (isCanceled = true),
    });
    const controller = new AbortController();
    if (when === "before") controller.abort(new Error("enough"));
    const saving = saveTo(silent, join(home, "file"), {
      signal: controller.signal,
      onProgress: () => void (when === "silent" && setTimeout(() => controller.abort(), 10)),
    });
    if (when === "early") controller.abort();
    await expect(saving).rejects.toMatchObject({ name: "RequestAbortedError" });
    expect(isCanceled).toBe(true);
    expect(await readdir(home)).toEqual([]);
  }
});

test("a file that exists is kept if it must not be replaced", async () => {
  const home = await folder();
  const path = join(home, "file");
  await writeFile(path, "before");
  const options = { overwrite: false };
  const error: unknown = await saveTo(streamOf("abc"), path, options).catch((cause) => cause);
  expect(error).toBeInstanceOf(SaveError);
  expect(error).toMatchObject({ name: "SaveError", code: "EEXIST", path });
  // Also if it appears while the download is under way.
  const other = join(home, "other");
  const late = saveTo(streamOf("abc"), other, {
    overwrite: false,
    onProgress: () => void writeFile(other, "other"),
  });
  await expect(late).rejects.toMatchObject({ code: "EEXIST" });
  await expect(saveTo(streamOf("abc"), join(home, "new"), options)).resolves.toMatchObject({
    size: 3,
  });
  expect(await readFile(path, "utf8")).toBe("before");
  expect(await readFile(other, "utf8")).toBe("other");
  expect(new Set(await readdir(home))).toEqual(new Set(["file", "new", "other"]));
});

test("what cannot be saved is a SaveError before anything is read", async () => {
  const home = await folder();
  await mkdir(join(home, "folder"));
  for (const [name, code] of [
    ["folder", "EISDIR"],
    ["missing/file", "ENOENT"],
  ] as const) {
    let isRead = false;
    const stream = new ReadableStream<Uint8Array>(
      { pull: () => void (isRead = true) },
      { highWaterMark: 0 },
    );
    await expect(saveTo(stream, join(home, name))).rejects.toMatchObject({
      name: "SaveError",
      code,
    });
    expect(isRead).toBe(false);
  }
  await expect(saveTo(streamOf("a"), "/dev/null")).rejects.toMatchObject({ code: "EINVAL" });
  expect(await readdir(home)).toEqual(["folder"]);
});

test("a link is followed, and a file that is replaced keeps its permissions", async () => {
  const home = await folder();
  const path = join(home, "file");
  await writeFile(path, "before");
  await chmod(path, 0o640);
  await symlink("file", join(home, "link"));
  expect(await saveTo(streamOf("abc"), join(home, "link"))).toMatchObject({ size: 3 });
  expect(await readFile(path, "utf8")).toBe("abc");
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test("what was read before is refused", async () => {
  const path = join(await folder(), "file");
  const response = new Response("abc");
  await response.text();
  const locked = streamOf("abc");
  locked.getReader();
  for (const source of [response, locked])
    await expect(saveTo(source, path)).rejects.toThrow("that has not been read");
});

test("the disk slows the server down: no more is read than can be written", async () => {
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        if (pulled > 50) controller.close();
        else controller.enqueue(new Uint8Array(1000));
      },
    },
    { highWaterMark: 0 },
  );
  const path = join(await folder(), "file");
  const ahead: number[] = [];
  await saveTo(stream, path, { onProgress: (size) => void ahead.push(pulled - size / 1000) });
  expect(Math.max(...ahead)).toBe(0);
});
