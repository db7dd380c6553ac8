import { error, failed } from "../problem-list.js";
import type { Outcome } from "../problems.js";
import { type ReadOptions, type SourceFile, display, read } from "./read.js";

/** The files of one run, each read once. */
export interface FileCache {
  /** Reads a file. A document from the network may not refer to files of this machine. */
  readonly read: (location: URL, from?: URL) => Promise<Outcome<SourceFile>>;
  /** What has been read so far. */
  readonly files: () => readonly SourceFile[];
}

/** Starts empty. */
export function fileCache(options: ReadOptions): FileCache {
  const known = new Map<string, Promise<Outcome<SourceFile>>>();
  const files = new Map<string, SourceFile>();
  const readNew = async (location: URL): Promise<Outcome<SourceFile>> => {
    const outcome = await read(location, options);
    if (outcome.value) files.set(location.href, outcome.value);
    return outcome;
  };
  return {
    files: () => [...files.values()],
    read: (location, from) => {
      if (from && from.protocol !== "file:" && location.protocol === "file:") {
        return Promise.resolve(failed(remoteToLocal(location, from)));
      }
      const reading = known.get(location.href) ?? readNew(location);
      known.set(location.href, reading);
      return reading;
    },
  };
}

function remoteToLocal(location: URL, from: URL): ReturnType<typeof error> {
  return error({
    code: "remote-to-local",
    pointer: display(from),
    message: `A document from the network refers to ${display(location)} on this machine.`,
    help: "Save a copy of the document and check what it refers to.",
  });
}
