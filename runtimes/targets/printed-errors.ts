import type { Case } from "../target.js";
import { key } from "../programs/printed-errors.js";
import { type Runner, launch, outputOf } from "./command-line.js";

/** How the program ends: an error that nobody caught, alone or within another. */
const ends = ["exception", "rejection", "cause", "aggregate"];

/** The errors that the program prints, by what is in their output. */
const names = [
  "APIProblem",
  "ResponseValidationError",
  "SDKValidationError",
  "UnexpectedClientError",
  "ConnectionError",
  "It did not work",
];

/** Prints errors that hold the key, in every way of a runtime, and looks for the key. */
export function printedErrorsCase(runtime: string, version: Case["version"], runner: Runner): Case {
  return {
    runtime,
    what: "printed errors",
    version,
    async run(where) {
      for (const end of ends) {
        const output = await outputOf(
          launch(runner, { ...where, url: `${where.url}#${end}` }, { program: "printed-errors" }),
        );
        const shown = output.split("\n").filter((line) => line.includes(key));
        const missing = names.filter((name) => !output.includes(name));
        if (shown.length + missing.length > 0)
          throw new Error(
            `${end}: ${[...shown, ...missing.map((name) => `no ${name}`)].join("\n")}`,
          );
      }
    },
  };
}
