import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case, Target } from "../target.js";
import { type Tool, tool } from "../tools.js";
import { type Runner, launchFile } from "./command-line.js";
import { packagedNode, thisNode } from "./node.js";

/** The handlers of the emulator in a version of msw. */
function handlers(runner: Runner, version: () => string, msw?: () => Tool): Case {
  return {
    runtime: "msw",
    version,
    what: "handlers of the emulator",
    async run({ sdk, url }) {
      const project = msw === undefined ? sdk.withPeers : withMsw(sdk.withPeers, msw());
      const file = join(project, "programs/esm/handlers.js");
      try {
        await launchFile(runner, url, { project, program: "handlers", file });
      } finally {
        if (msw !== undefined) rmSync(project, { recursive: true, force: true });
      }
    },
  };
}

/** A copy of a project with another msw. */
function withMsw(project: string, msw: Tool): string {
  const copy = join(mkdtempSync(join(tmpdir(), "connections-sdk-")), "project");
  cpSync(project, copy, { recursive: true });
  const at = join(copy, "node_modules/msw");
  rmSync(at, { recursive: true, force: true });
  symlinkSync(msw.folder, at);
  return copy;
}

/** The versions of msw that the emulator supports. msw 3 needs Node 22. */
export const msw: Target = {
  name: "msw",
  cases: [
    handlers(thisNode, () => "2"),
    handlers(
      packagedNode("node-22"),
      () => tool("msw-3").version,
      () => tool("msw-3"),
    ),
  ],
};
