#!/usr/bin/env node
import { type Paint, colored, plain, wantsColors } from "./cli/colors.js";
import { run } from "./cli/run.js";
import { programDigest } from "./load/package.js";
import { emit } from "./emit/index.js";
import { build } from "./model/build.js";
import { assignNames } from "./name/assign-names.js";
import { countSuggestions, suggestOverlay } from "./suggest/index.js";

// A reader such as `head` may close the pipe early. The files count, so that is not a failure.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});

const paintFor = (stream: { readonly isTTY?: boolean }): Paint =>
  wantsColors(stream, process.env) ? colored : plain;

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  stages: {
    build,
    assignNames,
    emit,
    suggestions: { count: countSuggestions, overlay: suggestOverlay },
  },
  program: programDigest(),
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  paint: paintFor(process.stdout),
  paintError: paintFor(process.stderr),
  ...(process.stderr.isTTY && { terminal: (text: string) => void process.stderr.write(text) }),
});
