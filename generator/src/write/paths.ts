import type { Problem } from "../diagnostics/diagnostic.js";
import { error } from "../diagnostics/list.js";
import { DEVICES } from "../strings/device-names.js";

/** True for a path that stays inside the folder it is relative to, on every system. */
export function isInside(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\0]|^[a-z]:|^\//i.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** True for a name that some system cannot have for a file: a device, too long, or of signs with a meaning. */
function isOdd(name: string): boolean {
  const [stem = ""] = name.split(".");
  return (
    DEVICES.has(stem.toLowerCase()) ||
    Buffer.byteLength(name) > 255 ||
    /[<>:"|?*\p{Cc}]|[. ]$/u.test(name)
  );
}

/** Paths that must not be written: outside the root, the lock itself, or the same as another one on some system. */
export function checkPaths(paths: readonly string[], lock: string): readonly Problem[] {
  const seen = new Map<string, string>();
  // Most files share their folders with many others.
  const names = new Set<string>();
  const isFine = (name: string): boolean => names.has(name) || (!isOdd(name) && !!names.add(name));
  return paths.flatMap((path) => {
    if (!isInside(path) || path === lock) return [outside(path)];
    if (!path.split("/").every(isFine)) return [odd(path)];
    const key = path.normalize("NFC").toLowerCase();
    const before = seen.get(key);
    seen.set(key, path);
    return before === undefined ? [] : [clash(path, before)];
  });
}

function outside(path: string): Problem {
  return error({
    code: "path-outside",
    pointer: path,
    message: `\`${path}\` is not a place for a generated file.`,
    help: "Check the names and folders in gen.yaml; every file stays below the output folder.",
  });
}

function odd(path: string): Problem {
  return error({
    code: "path-odd-name",
    pointer: path,
    message: `\`${path}\` has a part that is no name for a file on every system.`,
    help: "Give it another name with `x-speakeasy-name-override`, or another folder in gen.yaml.",
  });
}

function clash(path: string, before: string): Problem {
  return error({
    code: "path-clash",
    pointer: path,
    message: `\`${path}\` and \`${before}\` are one file on systems that ignore case.`,
    help: "Give one of the two things another name with `x-speakeasy-name-override`.",
  });
}
