import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Release, placeholder, releaseProblems } from "../../scripts/release-problems.js";

const manifest = {
  version: "1.2.3",
  author: "We",
  repository: { type: "git", url: "git+https://git.example/sdk.git" },
  homepage: "https://git.example/sdk#readme",
  bugs: { url: "https://git.example/sdk/issues" },
};

const ready: Release = {
  manifest,
  changelog: "# Changelog\n\n## [1.2.3] - 2026-01-31\n\n## [1.2.2] - 2026-01-30\n",
  status: "",
  tags: ["v1.2.2"],
  node: "24.21.0",
  tagsHere: [],
  userAgents: { ampersand: "1.2.3", nango: "1.2.3" },
};

test("a committed version with its date in the changelog can be released", () => {
  expect(releaseProblems(ready)).toEqual([]);
});

test("the commit that has the version's tag can be released", () => {
  expect(releaseProblems({ ...ready, tags: ["v1.2.3"], tagsHere: ["v1.2.3"] })).toEqual([]);
});

const problems: readonly [what: string, release: Partial<Release>, problem: RegExp][] = [
  [
    "changes that are not committed",
    { status: " M src/index.ts\n" },
    /committed:\n M src\/index\.ts$/,
  ],
  [
    "a version that is none",
    {
      manifest: { ...manifest, version: "1.2" },
      changelog: "## [1.2] - 2026-01-31",
      userAgents: {},
    },
    /"1\.2" is no version/,
  ],
  [
    "a version that another commit has",
    { tags: ["v1.2.3"] },
    /v1\.2\.3 is the tag of another commit/,
  ],
  [
    "a changelog without the version",
    { changelog: "## [1.2.2] - 2026-01-30" },
    /has no section "## \[1\.2\.3\]/,
  ],
  [
    "a version without a date",
    { changelog: "## [1.2.3] - Unreleased" },
    /from "Unreleased": give it a date/,
  ],
  [
    "a user agent of another version",
    { userAgents: { nango: "1.2.2" } },
    /user agent of nango says another/,
  ],
  ["a build on an old Node", { node: "20.20.2" }, /^Node 20\.20\.2 gets no security fixes: /],
  [
    "a package without a repository",
    { manifest: { ...manifest, repository: undefined } },
    /no "repository": /,
  ],
  [
    "a package without the rest",
    { manifest: { version: "1.2.3", repository: manifest.repository } },
    /no "author", "homepage", "bugs": /,
  ],
  [
    "a placeholder",
    {
      manifest: {
        ...manifest,
        repository: { type: "git", url: `git+https://${placeholder}.git` },
        bugs: { url: `https://${placeholder}/issues` },
      },
    },
    /is a placeholder: set "repository", "bugs" of package\.json/,
  ],
];

test.each(problems)("%s cannot be released", (_, release, problem) => {
  expect(releaseProblems({ ...ready, ...release })).toEqual([expect.stringMatching(problem)]);
});

test("the generator's package names the same author, repository and tracker", () => {
  const [ours, theirs] = ["package.json", "generator/package.json"].map(
    // Both are written by hand.
    (path) => JSON.parse(readFileSync(path, "utf8")) as typeof manifest,
  );
  expect(theirs).toMatchObject({
    author: ours?.author,
    repository: { ...ours?.repository, directory: "generator" },
    bugs: ours?.bugs,
  });
});
