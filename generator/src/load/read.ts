import { realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Outcome, Problem } from "../diagnostics/diagnostic.js";
import { done, error, failed, andThen } from "../diagnostics/list.js";
import type { Json } from "../document/json.js";
import { LIMITS } from "./limits.js";
import { parse, tooLarge } from "./parse.js";

/** What reading may do. */
export interface ReadOptions {
  /** Fetch `http:` and `https:` locations. Off by default: a run reads files and nothing else. */
  readonly allowRemote: boolean;
  /** Follow a `$ref` to a file outside the folders of the command and of the document. Off by default. */
  readonly allowOutside?: boolean;
}

/** A file that has been read and parsed. */
export interface SourceFile {
  readonly location: URL;
  readonly text: string;
  readonly value: Json;
}

/** The location of a file name or URL, relative to a folder. */
export function toLocation(name: string, folder: string): URL {
  const isUrl = /^(?:https?|file):/i.test(name) && URL.canParse(name);
  return isUrl ? new URL(name) : pathToFileURL(resolve(folder, name));
}

/** A location as people write it: a path from the current folder, or a URL. */
export function display(location: URL): string {
  const path = pathOf(location);
  if (path === undefined) return location.href;
  return relative(process.cwd(), path).replaceAll("\\", "/") || ".";
}

/** The path of a file. A URL of another machine (`file://host/x`), or with an escaped slash, has none. */
function pathOf(location: URL): string | undefined {
  try {
    return location.protocol === "file:" ? fileURLToPath(location) : undefined;
  } catch {
    return undefined;
  }
}

/** True where a file is, with all links followed, in one of the folders. */
export function isWithin(location: URL, folders: readonly URL[]): boolean {
  const path = pathOf(location);
  if (path === undefined) return false;
  return folders.some((folder) => {
    const way = relative(real(fileURLToPath(folder)), real(path));
    return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Reads and parses one file. */
export async function read(location: URL, options: ReadOptions): Promise<Outcome<SourceFile>> {
  const file = display(location);
  const text = await readText(location, options);
  return andThen(text, (text) =>
    andThen(parse(text, file), (value) => done({ location, text, value })),
  );
}

async function readText(location: URL, options: ReadOptions): Promise<Outcome<string>> {
  try {
    if (location.protocol === "file:") return await readLocal(location);
    if (!/^https?:$/.test(location.protocol)) return failed(unknownProtocol(location));
    return options.allowRemote ? await readRemote(location) : failed(refused(location));
  } catch (cause) {
    return failed(unreadable(location, cause));
  }
}

async function readLocal(location: URL): Promise<Outcome<string>> {
  const { size } = await stat(location);
  if (size > LIMITS.bytes) return failed(tooLarge(display(location), `${size} bytes`));
  return decode(await readFile(location), location);
}

const FETCH_TIMEOUT_MS = 30_000;

async function readRemote(location: URL): Promise<Outcome<string>> {
  const response = await fetch(location, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Streams are async iterable in Node, which the DOM's types of TypeScript 5 do not know.
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LIMITS.bytes)
      return failed(tooLarge(display(location), `over ${LIMITS.bytes} bytes`));
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), location);
}

function decode(bytes: Uint8Array, location: URL): Outcome<string> {
  try {
    return done(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return failed(
      error({
        code: "not-utf8",
        pointer: display(location),
        message: "The file is not UTF-8.",
        help: "Save it as UTF-8.",
      }),
    );
  }
}

function refused(location: URL): Problem {
  return error({
    code: "remote-refused",
    pointer: display(location),
    message: "The document is on the network, and nothing is fetched unless that is allowed.",
    help: "Save a copy beside the document and refer to that, or pass --allow-remote.",
  });
}

function unknownProtocol(location: URL): Problem {
  return error({
    code: "unknown-protocol",
    pointer: display(location),
    message: `Nothing is read over \`${location.protocol}\`.`,
    help: "Refer to a file, or to an address that starts with https.",
  });
}

/** The problem of a `$ref` that leaves the folders. */
export function outside(location: URL): Problem {
  return error({
    code: "ref-outside",
    pointer: display(location),
    message: "A `$ref` leads out of the folder of the command and of the document.",
    help: "Copy the file into the folder, or pass --allow-outside if you trust the document.",
  });
}

function unreadable(location: URL, cause: unknown): Problem {
  return error({
    code: isMissing(cause) ? "missing-file" : "unreadable-file",
    pointer: display(location),
    message: `The file cannot be read: ${reason(cause)}.`,
    help: "Check the name; a path is relative to the file that names it.",
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? cause.message;
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}
