import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The functions of `node:fs` that change a disk, as far as the generator uses them. */
const OPERATIONS = [
  "mkdirSync",
  "mkdtempSync",
  "writeFileSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
] as const;

/** An operation on the disk. */
export interface Step {
  readonly name: (typeof OPERATIONS)[number];
  /** The first path of the operation. */
  readonly path: string;
}

/**
 * What happens at one step, by number. `error`: it fails once with the code, after a part of its
 * work if there is one. `killed`: nothing more reaches the disk, as if the process had ended there.
 */
export type Fault =
  | { readonly kind: "error"; readonly at: number; readonly code: string }
  | { readonly kind: "killed"; readonly at: number };

/** Runs synchronous code on a disk with a fault. Returns the steps that it tried. */
export function onFaultyDisk(fault: Fault | undefined, work: () => void): readonly Step[] {
  const steps: Step[] = [];
  const real = { ...fs };
  // Node's own functions call one another, and keep those that they have once seen.
  let isWatching = true;
  const unwatched = <T>(run: () => T): T => {
    isWatching = false;
    try {
      return run();
    } finally {
      isWatching = true;
    }
  };
  for (const name of OPERATIONS) {
    const run = real[name] as (...args: unknown[]) => unknown; // called with the caller's arguments
    const faulty = (...args: unknown[]): unknown => {
      if (!isWatching) return run(...args);
      const at = steps.length;
      steps.push({ name, path: String(args[0]) });
      if (fault && isHit(fault, at)) {
        if (at === fault.at) unwatched(() => partOf(name, args, real));
        throw systemError(fault.kind === "error" ? fault.code : "EIO", name, String(args[0]));
      }
      return unwatched(() => run(...args));
    };
    replace(name, faulty);
  }
  syncBuiltinESMExports();
  try {
    work();
  } finally {
    isWatching = false;
    for (const name of OPERATIONS) replace(name, real[name]);
    syncBuiltinESMExports();
  }
  return steps;
}

/** Replaces a function of `node:fs`, which importers see after `syncBuiltinESMExports`. */
function replace(name: Step["name"], value: unknown): void {
  Object.assign(fs, { [name]: value });
}

function isHit(fault: Fault, at: number): boolean {
  return fault.kind === "error" ? at === fault.at : at >= fault.at;
}

/** What a write or a recursive deletion does before it fails halfway. */
function partOf(name: Step["name"], args: readonly unknown[], real: typeof fs): void {
  const path = String(args[0]);
  if (name === "writeFileSync") {
    const text = String(args[1]);
    real.writeFileSync(path, text.slice(0, text.length / 2));
  }
  if (name === "rmSync" && real.statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const [first] = real.readdirSync(path);
    if (first !== undefined) real.rmSync(`${path}/${first}`, { recursive: true });
  }
}

/** An error as Node makes it: of a write, without a path. */
function systemError(code: string, name: string, path: string): Error {
  const syscall = name.replace("Sync", "");
  const at = name === "writeFileSync" ? {} : { path };
  const where = name === "writeFileSync" ? "" : ` '${path}'`;
  const message = `${code}: ${MESSAGES[code] ?? "error"}, ${syscall}${where}`;
  return Object.assign(new Error(message), { code, syscall, ...at });
}

const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on device",
  EACCES: "permission denied",
  EIO: "i/o error",
};
