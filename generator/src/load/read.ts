import { realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed, andThen } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { LIMITS } from "./limits.js";
import { parse } from "./parse.js";
import { tooLarge } from "./too-large.js";

/** Where files may be read from. */
export interface ReadOptions {
  /** Fetch `http:` and `https:` locations. Off by default: a run only reads local files. */
  readonly allowRemote: boolean;
  /**
   * Follow a `$ref` to a file outside the folder of the command and of the document. Off by
   * default.
   */
  readonly allowOutside?: boolean;
}

/** The text of a file. */
export interface SourceText {
  readonly location: URL;
  readonly text: string;
}

/** A parsed file. */
export interface SourceFile extends SourceText {
  readonly value: Json;
}

/** The location of a file name or URL, relative to a folder. */
export function toLocation(name: string, folder: string): URL {
  const isUrl = /^(?:https?|file):/i.test(name) && URL.canParse(name);
  return isUrl ? new URL(name) : pathToFileURL(resolve(folder, name));
}

/** A location for messages: a path relative to the current folder, or a URL. */
export function display(location: URL): string {
  const path = pathOf(location);
  if (path === undefined) return location.href;
  return relative(process.cwd(), path).replaceAll("\\", "/") || ".";
}

/** The path of a local file. A URL with a host (`file://host/x`) or an escaped slash has none. */
function pathOf(location: URL): string | undefined {
  try {
    return location.protocol === "file:" ? fileURLToPath(location) : undefined;
  } catch {
    return undefined;
  }
}

/** True if a file is in one of the folders, with all links followed. */
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
export async function read(location: URL, options: ReadOptions): Promise<StageResult<SourceFile>> {
  const file = display(location);
  const text = await readText(location, options);
  return andThen(text, (text) =>
    andThen(parse(text, file), (value) => done({ location, text, value })),
  );
}

/** Reads the text of one file. */
export async function readText(location: URL, options: ReadOptions): Promise<StageResult<string>> {
  try {
    if (location.protocol === "file:") return await readLocal(location);
    if (!/^https?:$/.test(location.protocol)) return failed(unknownProtocol(location));
    return options.allowRemote ? await readRemote(location) : failed(refused(location));
  } catch (cause) {
    return failed(unreadable(location, cause));
  }
}

async function readLocal(location: URL): Promise<StageResult<string>> {
  const { size } = await stat(location);
  if (size > LIMITS.bytes) return failed(tooLarge(display(location), `${size} bytes`));
  return decode(await readFile(location), location);
}

const FETCH_TIMEOUT_MS = 30_000;

async function readRemote(location: URL): Promise<StageResult<string>> {
  const response = await fetch(location, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the server responded with ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Streams are async iterable in Node, but the DOM types of TypeScript 5 lack that.
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LIMITS.bytes)
      return failed(tooLarge(display(location), `over ${LIMITS.bytes} bytes`));
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), location);
}

function decode(bytes: Uint8Array, location: URL): StageResult<string> {
  try {
    return done(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return failed(diagnostic("file-not-utf8", display(location), "The file is not valid UTF-8."));
  }
}

function refused(location: URL): Diagnostic {
  return diagnostic(
    "remote-not-allowed",
    display(location),
    "The document is on the network, and remote files are not fetched by default.",
  );
}

function unknownProtocol(location: URL): Diagnostic {
  return diagnostic(
    "protocol-unsupported",
    display(location),
    `Cannot read files over \`${location.protocol}\`.`,
  );
}

/** The error for a `$ref` to a file outside the folders. */
export function outside(location: URL): Diagnostic {
  return diagnostic(
    "ref-outside",
    display(location),
    "A `$ref` points outside the current folder and the folder of the document.",
  );
}

function unreadable(location: URL, cause: unknown): Diagnostic {
  return diagnostic(
    isMissing(cause) ? "file-missing" : "file-unreadable",
    display(location),
    `Cannot read the file: ${reason(cause)}.`,
  );
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
