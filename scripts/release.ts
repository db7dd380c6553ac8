/**
 * `npm run release`: checks that the current commit can be released, creates the tarball and its
 * bill of materials, and prints how to publish them. Publishes nothing, so it needs no credential.
 * `.github/workflows/release.yml` publishes them.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type Release, releaseProblems } from "./release-problems.js";

const folder = ".tmp/release";

function read(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: "utf8" });
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: "inherit" });
}

function lines(output: string): string[] {
  return output.split("\n").filter((line) => line !== "");
}

function current(): Release {
  const platforms = readdirSync(".speakeasy", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return {
    // Written by hand; releaseProblems checks it.
    manifest: JSON.parse(readFileSync("package.json", "utf8")) as Release["manifest"],
    changelog: readFileSync("CHANGELOG.md", "utf8"),
    status: read("git", "status", "--porcelain"),
    tags: lines(read("git", "tag")),
    tagsHere: lines(read("git", "tag", "--points-at", "HEAD")),
    userAgents: Object.fromEntries(platforms.map(({ name }) => [name, versionIn(name)])),
    node: process.versions.node,
  };
}

function versionIn(platform: string): string {
  const core = readFileSync(`src/platforms/${platform}/core.ts`, "utf8");
  return /userAgent: "[^/"]+\/([^ "]+)/.exec(core)?.[1] ?? "none";
}

/** Exits if there is a problem. */
function check(): void {
  const problems = releaseProblems(current());
  for (const problem of problems) console.error(`- ${problem}`);
  if (problems.length > 0) process.exit(1);
}

function pack(): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const printed = read("npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  const [tarball] = JSON.parse(printed) as [Tarball];
  console.log(
    `${tarball.filename}: ${tarball.size} bytes, ${tarball.entryCount} files, ${tarball.integrity}`,
  );
  const path = `${folder}/${tarball.filename}`;
  writeFileSync(path.replace(/\.tgz$/, ".cdx.json"), billOfMaterials());
  return path;
}

/** What users install with the package, in CycloneDX's format: nothing but the package itself. */
function billOfMaterials(): string {
  const scope = ["--omit=dev", "--no-workspaces", "--package-lock-only"];
  return read("npm", "sbom", "--sbom-format=cyclonedx", "--sbom-type=library", ...scope);
}

interface Tarball {
  readonly filename: string;
  readonly size: number;
  readonly entryCount: number;
  readonly integrity: string;
}

check();
run("npm", "run", "check");
// The checks may have written files that are not committed.
check();
console.log(
  `Nothing is published. To publish:\n  npm publish ${pack()} --provenance --access public`,
);
