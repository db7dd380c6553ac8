/// <reference types="node" />
import { randomUUID } from "node:crypto";
import { type FileHandle, link, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SDKError, isA, messageOf, rootCause } from "../errors/base.js";
import { ConnectionError } from "../errors/client.js";
import { abortError } from "../transport/network.js";
import { lengthOf } from "../web/body.js";
import { chunksOf } from "../web/chunks.js";
import { sizeOf } from "../web/upload.js";
import { SaveError } from "./save-error.js";

/** Options of {@link saveTo}. */
export interface SaveOptions {
  /**
   * Whether to replace a file that exists already. Defaults to `true`. With `false`, `saveTo`
   * rejects with a `SaveError` whose `code` is `EEXIST`.
   */
  readonly overwrite?: boolean | undefined;
  /** Aborts saving. The download ends too, and no file is left behind. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called after each part that is written, with the number of bytes so far and in total. What it
   * throws is ignored.
   */
  readonly onProgress?: ((savedBytes: number, totalBytes: number | undefined) => void) | undefined;
}

/** A file that was saved. */
export interface SavedFile {
  /** The path of the file. A symbolic link has been followed. */
  readonly path: string;
  /** The size of the file in bytes. */
  readonly size: number;
}

/**
 * Saves a binary response as a file, without holding it in memory. Reads only as fast as the disk
 * writes.
 *
 * Atomic: the file is written under a temporary name beside its path, flushed to the disk
 * (`fsync`), and renamed at its end. The path never has a part of the response, not even after a
 * power failure. The temporary file is removed if anything fails. The folder must exist.
 *
 * @param source - The response of `asResponse()`, or the stream of an operation. It is used up.
 * @param path - Where to save it. A file that is replaced keeps its permissions.
 * @returns The path and the size of the file.
 * @throws SaveError if the file cannot be written.
 * @throws ConnectionError if the body does not have as many bytes as `Content-Length` says.
 * @throws RequestTimeoutError, RequestAbortedError as the call that it comes from.
 *
 * @example
 * const stream = await sdk.reports.download({ id: "q3" });
 * const { size } = await saveTo(stream, "q3.pdf");
 */
export async function saveTo(
  source: Response | ReadableStream<Uint8Array>,
  path: string | URL,
  { overwrite = true, signal, onProgress }: SaveOptions = {},
): Promise<SavedFile> {
  const { stream, size: total } = bodyOf(source);
  const given = typeof path === "string" ? path : fileURLToPath(path);
  let target: Target | undefined;
  let size = 0;
  try {
    if (signal?.aborted) throw abortError(signal);
    const opened = (target = await onDisk(given, () => openTarget(given, overwrite)));
    for await (const chunk of stream ? chunksOf(stream, signal) : []) {
      await onDisk(given, () => opened.file.writeFile(chunk));
      size += chunk.length;
      report(onProgress, size, total);
    }
    // An abort ends the stream like its end does.
    if (signal?.aborted) throw abortError(signal);
    if (total !== undefined && size !== total)
      throw new ConnectionError(
        `Connection closed while reading the body: received ${size} of ${total} bytes`,
      );
    await onDisk(given, () => commit(opened, overwrite));
    return { path: opened.path, size };
  } catch (cause) {
    await target?.file.close().catch(() => {});
    await (target && unlink(target.temporary).catch(() => {}));
    stream?.cancel().catch(() => {}); // unless it is being read, which cancels it too
    throw bodyError(cause, signal);
  }
}

/** The body of a response, and its size if that is known. */
function bodyOf(source: Response | ReadableStream<Uint8Array>): {
  readonly stream: ReadableStream<Uint8Array> | null;
  readonly size: number | undefined;
} {
  if ("getReader" in source) return { stream: unread(source), size: sizeOf(source) };
  if (source.bodyUsed) throw used();
  const { body } = source;
  return { stream: body && unread(body), size: body ? lengthOf(source.headers) : undefined };
}

function unread(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (stream.locked) throw used();
  return stream;
}

function used(): TypeError {
  return new TypeError("saveTo: expected a response or a stream that has not been read");
}

/** A file that is being written. */
interface Target {
  /** The path that it gets in the end. */
  readonly path: string;
  /** The path that it has until then. */
  readonly temporary: string;
  /** The permissions of the file that it replaces. */
  readonly mode: number | undefined;
  readonly file: FileHandle;
}

/** Finds out what can be known to fail before the body is read. */
async function openTarget(given: string, overwrite: boolean): Promise<Target> {
  const path = await realpath(given).catch(() => given);
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) throw systemError("EISDIR", "the path is a folder");
  if (existing && !overwrite) throw systemError("EEXIST", "the file exists already");
  if (existing && !existing.isFile()) throw systemError("EINVAL", "the path is a device");
  // In the same folder, because a file cannot be renamed to another file system. Not made of the
  // name of the file, which may be as long as the system allows.
  const temporary = join(dirname(path), `.${randomUUID()}.part`);
  const mode = existing && existing.mode & 0o777;
  return { path, temporary, mode, file: await open(temporary, "wx") };
}

/** Gives the file its name. */
async function commit({ path, temporary, mode, file }: Target, overwrite: boolean): Promise<void> {
  if (mode !== undefined) await file.chmod(mode);
  // Otherwise the name could reach the disk before the content does.
  await file.sync();
  await file.close();
  if (overwrite) return rename(temporary, path);
  // Unlike `rename`, it fails if there is a file now.
  await link(temporary, path);
  await unlink(temporary);
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Does something to the file. */
async function onDisk<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const { code } = Object(cause) as NodeJS.ErrnoException;
    throw new SaveError(path, messageOf(cause), { cause, code });
  }
}

/** The error of a body. `asResponse()` leaves it to the transport, whose errors are not ours. */
function bodyError(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (isA(cause, SDKError)) return cause;
  if (signal?.aborted) return abortError(signal);
  const [reason, code] = rootCause(cause);
  return new ConnectionError(`Connection closed while reading the body: ${reason}`, {
    cause,
    code,
  });
}

function report(onProgress: SaveOptions["onProgress"], size: number, total?: number): void {
  try {
    onProgress?.(size, total);
  } catch {
    // It only listens.
  }
}
