import type { Api } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { literally } from "../docs/markdown.js";

/** CHANGELOG.md: a beginning, which its owner continues. */
export function emitChangelog({ info }: Api): OutputFile {
  return {
    path: "CHANGELOG.md",
    text: `# Changelog

The format follows [Keep a Changelog](https://keepachangelog.com/en/1.1.0/), and versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]

- The first version of the SDK, for version ${literally(info.version)} of the API.
`,
    editable: true,
  };
}
