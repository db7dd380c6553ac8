// `npm ci` rejects a lock file that names an optional platform package without containing it. npm
// writes such lock files if the registry lacks some platforms, and does not notice on the machine
// that wrote them.
import { readFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !found(path, name))
    .map((name) => `${path || "."} names ${name}, which the lock file does not contain`),
);
const hosts = Object.values(lock.packages).filter((entry) => /^https?:/.test(entry.resolved ?? ""));
for (const line of missing) console.error(line);
if (hosts.length > 0)
  console.error(
    `${hosts.length} entries name a registry: keep omit-lockfile-registry-resolved=true in .npmrc`,
  );
if (missing.length + hosts.length > 0) process.exit(1);
console.log(`lock: ${Object.keys(lock.packages).length} packages, complete on every platform`);

/** Whether a package finds another one in the folders where Node looks for it. */
function found(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules") - 1))) {
    if (lock.packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`] !== undefined)
      return true;
    if (at === "") return false;
  }
}
