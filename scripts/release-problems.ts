/** The state of the repository that a release checks. */
export interface Release {
  /** The package.json that would be published. */
  readonly manifest: { readonly version: string; readonly repository?: unknown };
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
}

/** The reasons why the current commit cannot be released, each with what to do. Empty if it can. */
export function releaseProblems(release: Release): string[] {
  const { manifest, changelog, status, tags, tagsHere, userAgents } = release;
  const { version, repository } = manifest;
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
      stale.length > 0,
      `The user agent of ${stale.join(", ")} says another version: set it in .speakeasy/<platform>/gen.yaml, then \`npm run generate\`.`,
    ],
    [
      repository === undefined,
      `package.json has no "repository": npm takes provenance only from the repository that it names.`,
    ],
  ];
  return found.filter(([is]) => is).map(([, problem]) => problem);
}
