import { token } from "../programs/printed-connections.js";
import type { Case } from "../target.js";
import { type Runner, launch, outputOf } from "./command-line.js";

/** What has to be in the output: otherwise the program has printed nothing. */
const words = ["hubspot-acme", "coordinates", "raw has the token"];

/** Prints connections in every way of a runtime, and looks for a customer's token. */
export function printedConnectionsCase(
  runtime: string,
  version: Case["version"],
  runner: Runner,
): Case {
  return {
    runtime,
    what: "printed connections",
    version,
    async run(where) {
      const output = await outputOf(launch(runner, where, { program: "printed-connections" }));
      const shown = output.split("\n").filter((line) => line.includes(token));
      const missing = words.filter((word) => !output.includes(word));
      if (shown.length + missing.length > 0)
        throw new Error([...shown, ...missing.map((word) => `no ${word}`)].join("\n"));
    },
  };
}
