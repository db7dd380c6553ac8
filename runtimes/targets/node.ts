import { join } from "node:path";
import type { Target } from "../target.js";
import { tool } from "../tools.js";
import { type Runner, commandLineCases } from "./command-line.js";

/** The Node that runs this script. */
export const thisNode: Runner = () => ({ file: process.execPath, args: [] });

/** A Node from the registry. */
export const packagedNode =
  (name: string): Runner =>
  () => ({ file: join(tool(name).folder, "bin/node"), args: [] });

/**
 * The oldest supported Node and the newest of each major version, from the registry's packages for
 * Linux on x64.
 */
const packaged = ["node-20", "node-22", "node-24", "node-26"];

/** Node. */
export const node: Target = {
  name: "node",
  cases: [
    ...commandLineCases("Node", () => process.versions.node, thisNode),
    ...packaged.flatMap((name) =>
      commandLineCases("Node", () => tool(name).version, packagedNode(name)),
    ),
  ],
};
