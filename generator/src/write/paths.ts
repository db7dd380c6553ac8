import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { DEVICES } from "../strings/device-names.js";

/** True for a path that stays in the folder that it is relative to, on every system. */
export function isInside(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\0]|^[a-z]:|^\//i.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/**
 * True for a file name that is invalid on some system: a device, too long, or with special
 * characters.
 */
function isUnportable(name: string): boolean {
  const [stem = ""] = name.split(".");
  return (
    DEVICES.has(stem.toLowerCase()) ||
    Buffer.byteLength(name) > 255 ||
    /[<>:"|?*\p{Cc}]|[. ]$/u.test(name)
  );
}

/**
 * Paths that must not be written: outside the root, the lock file, or the same as another one on
 * some system.
 */
export function checkPaths(paths: readonly string[], lock: string): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  // Most files share their folders with others.
  const names = new Set<string>();
  const isFine = (name: string): boolean =>
    names.has(name) || (!isUnportable(name) && !!names.add(name));
  return paths.flatMap((path) => {
    if (!isInside(path) || path === lock) return [outside(path)];
    if (!path.split("/").every(isFine)) return [notPortable(path)];
    const key = path.normalize("NFC").toLowerCase();
    const before = seen.get(key);
    seen.set(key, path);
    return before === undefined ? [] : [clash(path, before)];
  });
}

function outside(path: string): Diagnostic {
  return diagnostic("path-outside", path, `\`${path}\` is not a valid path for a generated file.`);
}

function notPortable(path: string): Diagnostic {
  return diagnostic(
    "path-not-portable",
    path,
    `\`${path}\` is not a valid file name on every operating system.`,
  );
}

function clash(path: string, before: string): Diagnostic {
  return diagnostic(
    "path-conflict",
    path,
    `\`${path}\` and \`${before}\` are the same file on systems that ignore case.`,
  );
}
