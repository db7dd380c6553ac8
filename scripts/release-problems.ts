/** The state of the repository that a release checks. */
export interface Release {
  /** The package.json that would be published. */
  readonly manifest: Manifest;
  /** The content of CHANGELOG.md. */
  readonly changelog: string;
  /** The output of `git status --porcelain`. */
  readonly status: string;
  /** All tags. */
  readonly tags: readonly string[];
  /** The tags of the current commit. */
  readonly tagsHere: readonly string[];
  /** The version in the user agent of each platform SDK, by platform. */
  readonly userAgents: Readonly<Record<string, string>>;
  /** The version of Node that builds: `24.21.0`. */
  readonly node: string;
}

/**
 * The oldest Node that gets security fixes, and so may build a release. Not the oldest that may run
 * it, which is in `engines`.
 */
const oldestBuilder = 22;

/** The members of a package.json that users and registries see. */
export interface Manifest {
  readonly version: string;
  readonly author?: unknown;
  readonly repository?: unknown;
  readonly homepage?: unknown;
  readonly bugs?: unknown;
}

/** Where each comes from is shown by the registry, and npm takes provenance from the repository. */
const metadata = ["author", "repository", "homepage", "bugs"] as const;

/**
 * The address in `package.json` until there is a real one. A release that kept it would send users,
 * and their reports, to whoever registers it.
 */
export const placeholder = "github.com/connections-sdk/connections-sdk";

/** The reasons why the current commit cannot be released, each with what to do. Empty if it can. */
export function releaseProblems(release: Release): string[] {
  const { manifest, changelog, status, tags, tagsHere, userAgents, node } = release;
  const { version } = manifest;
  const absent = metadata.filter((name) => manifest[name] === undefined);
  const placeholders = metadata.filter((name) =>
    JSON.stringify(manifest[name] ?? "").includes(placeholder),
  );
  const heading = new RegExp(`^## \\[${version.replaceAll(".", "\\.")}\\] - (.*)$`, "m");
  const date = heading.exec(changelog)?.[1];
  const stale = Object.keys(userAgents).filter((platform) => userAgents[platform] !== version);
  const found: [boolean, string][] = [
    [status !== "", `There are changes that are not committed:\n${status.trimEnd()}`],
    [
      !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      `package.json: "${version}" is no version of the form 1.2.3 or 1.2.3-rc.1.`,
    ],
    [
      tags.includes(`v${version}`) && !tagsHere.includes(`v${version}`),
      `v${version} is the tag of another commit: raise "version" in package.json.`,
    ],
    [
      date === undefined,
      `CHANGELOG.md has no section "## [${version}] - <date>": say there what users get.`,
    ],
    [
      date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date),
      `CHANGELOG.md: [${version}] is from "${date}": give it a date of the form 2026-01-31.`,
    ],
    [
      Number(node.split(".", 1)[0]) < oldestBuilder,
      `Node ${node} gets no security fixes: build the release on Node ${oldestBuilder} or later.`,
    ],
    [
      stale.length > 0,
      `The user agent of ${stale.join(", ")} says another version: set it in .speakeasy/<platform>/gen.yaml, then \`npm run generate\`.`,
    ],
    [
      absent.length > 0,
      `package.json has no ${listed(absent)}: the registry shows them, and npm takes provenance only from the repository that it names.`,
    ],
    [
      placeholders.length > 0,
      `${placeholder} is a placeholder: set ${listed(placeholders)} of package.json and of generator/package.json.`,
    ],
  ];
  return found.filter(([is]) => is).map(([, problem]) => problem);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
