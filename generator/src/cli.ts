#!/usr/bin/env node
import { run } from "./cli/run.js";
import { emit } from "./emit/index.js";
import { build } from "./model/build.js";
import { plan } from "./name/plan.js";

// Whoever reads our output may stop early, as `head` does. The files are what counts, so that is no failure.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});

process.exitCode = await run(process.argv.slice(2), {
  folder: process.cwd(),
  stages: { build, plan, emit },
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
