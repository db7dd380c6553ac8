import type { OutputFile } from "../../output/output-file.js";
import type { Site } from "../docs/site.js";
import { emitExamples } from "./examples.js";
import { emitHandlers } from "./handlers.js";
import { emitManifest } from "./manifest.js";
import { emitReadme } from "./readme.js";
import { emitSettings } from "./settings.js";
import { emitSmokeTests } from "./smoke-tests.js";
import { emitSpeakeasy } from "./speakeasy.js";

/**
 * What makes a repository of its own out of the sources of an SDK: manifest, settings, README, examples, msw
 * handlers, tests, the configuration that regenerates it and the runtime core. Nothing for an output that is
 * part of another package.
 */
export function emitPackage(site: Site): readonly OutputFile[] {
  const { api, options } = site;
  const { mode } = options;
  if (mode.kind === "embedded") return [];
  return [
    emitManifest(api, options),
    ...emitSettings(options),
    emitReadme(site),
    ...emitExamples(site),
    emitHandlers(site),
    ...emitSmokeTests(site),
    ...emitSpeakeasy(options, mode),
    ...mode.runtimeFiles,
  ];
}
