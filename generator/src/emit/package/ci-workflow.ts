import type { EmitOptions } from "../../output/emit-options.js";
import type { OutputFile } from "../../output/output-file.js";

/** The actions that the workflow uses, pinned to commits because tags can move. */
export const actions = {
  checkout: "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
  setupNode: "actions/setup-node@39370e3970a6d050c480ffad4ff0ed4d3fdee5af # v4.1.0",
} as const;

/**
 * A workflow for GitHub that runs the checks of the package on the oldest Node that it supports,
 * and on those that are maintained.
 */
export function emitCiWorkflow({ generatorPackage }: EmitOptions): OutputFile {
  const commands = [
    "npm ci",
    "npm run check",
    ...(generatorPackage === undefined ? [] : ["npm run generate:check"]),
  ];
  return {
    path: ".github/workflows/ci.yml",
    text: `name: CI
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    name: check on Node \${{ matrix.node }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
    strategy:
      fail-fast: false
      matrix:
        node: [20, 22, 24]
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.setupNode}
        with:
          node-version: \${{ matrix.node }}
          cache: npm
${commands.map((command) => `      - run: ${command}\n`).join("")}`,
    editable: true,
  };
}
