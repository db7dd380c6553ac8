import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

const INTERVAL_MS = 250;

/**
 * Runs the work, and again whenever one of the files that it returns changes, until the signal.
 * Polls instead of subscribing: editors replace files, and a subscription to a replaced file goes
 * silent.
 */
export async function watch(
  work: () => Promise<readonly URL[]>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const isOver = (): boolean => signal?.aborted ?? false;
  let files: readonly URL[] = [];
  while (!isOver()) {
    const before = await stamp(files);
    const next = await work();
    const isNew = next.length > 0 && next.join() !== files.join();
    // After a failure that hides what was read, keep waiting for the files of the last run.
    files = isNew ? next : files;
    if (files.length === 0) return;
    const seen = isNew ? await stamp(files) : before;
    while (!isOver() && (await stamp(files)) === seen) await pause(signal);
  }
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await delay(INTERVAL_MS, undefined, signal && { signal }).catch(() => undefined);
}

async function stamp(files: readonly URL[]): Promise<string> {
  const local = files.filter(({ protocol }) => protocol === "file:");
  const times = await Promise.all(
    local.map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${mtimeMs}-${size}`,
        () => "-",
      ),
    ),
  );
  return times.join(" ");
}
