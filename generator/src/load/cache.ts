import type { StageResult } from "../diagnostics/stage-result.js";
import { type ReadOptions, type SourceFile, read } from "./read.js";

/** The files of a run. Each is read once. */
export interface FileCache {
  readonly read: (location: URL) => Promise<StageResult<SourceFile>>;
  /** The files that have been read so far. */
  readonly files: () => readonly SourceFile[];
}

/** An empty cache. */
export function fileCache(options: ReadOptions): FileCache {
  const known = new Map<string, Promise<StageResult<SourceFile>>>();
  const files = new Map<string, SourceFile>();
  const readNew = async (location: URL): Promise<StageResult<SourceFile>> => {
    const result = await read(location, options);
    if (result.value) files.set(location.href, result.value);
    return result;
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
