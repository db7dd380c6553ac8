import type { Outcome } from "../diagnostics/diagnostic.js";
import { type ReadOptions, type SourceFile, read } from "./read.js";

/** The files of one run, each read once. */
export interface FileCache {
  readonly read: (location: URL) => Promise<Outcome<SourceFile>>;
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
    read: (location) => {
      const reading = known.get(location.href) ?? readNew(location);
      known.set(location.href, reading);
      return reading;
    },
  };
}
