import type { OutputFile } from "../../output/output-file.js";
import { oauthSchemes } from "../operations/oauth.js";
import { validatesWebhooks } from "../client/webhooks.js";
import type { DocsSite } from "../docs/site.js";
import { usesXML } from "../models/xml.js";
import { hasFiles } from "../operations/response.js";
import { emitChangelog } from "./changelog.js";
import { emitCiWorkflow } from "./ci-workflow.js";
import { emitExamples } from "./examples.js";
import { emitHandlers } from "./handlers.js";
import { emitLicense } from "./license.js";
import { emitManifest } from "./manifest.js";
import { emitReadme } from "./readme.js";
import { emitSettings } from "./settings.js";
import { emitSmokeTests } from "./smoke-tests.js";
import { emitSpeakeasy } from "./speakeasy.js";
import { needsForZod } from "./zod.js";

/**
 * Turns the sources of an SDK into a standalone repository: manifest, settings, README, license,
 * changelog, CI workflow, examples, msw handlers, tests, the configuration that regenerates it, and
 * the runtime core. Emits nothing if the output is part of another package.
 */
export function emitPackage(site: DocsSite): readonly OutputFile[] {
  const { api, options } = site.context;
  const { mode } = options;
  if (mode.kind === "embedded") return [];
  return [
    emitManifest(api, options),
    ...emitSettings(api, options),
    emitReadme(site),
    ...emitLicense(options),
    emitChangelog(api),
    emitCiWorkflow(options),
    ...emitExamples(site),
    emitHandlers(site),
    ...emitSmokeTests(site),
    ...emitSpeakeasy(options, mode),
    ...mode.runtimeFiles
      .filter(({ path }) => usesXML(api) || !path.startsWith(XML_RUNTIME))
      .filter(({ path }) => options.hooks !== undefined || !path.startsWith(HOOKS_RUNTIME))
      .filter(({ path }) => validatesWebhooks(api) || !path.startsWith(WEBHOOK_RUNTIME))
      .filter(({ path }) => needsForZod(options, path))
      .filter(({ path }) => oauthSchemes(api).length > 0 || !path.startsWith(OAUTH_RUNTIME))
      .filter(({ path }) => hasFiles(api) || !path.startsWith(NODE_RUNTIME))
      .map((file) => withBrand(file, options.packageName)),
  ];
}

/** The part of the runtime core that has a dependency. */
const XML_RUNTIME = "src/lib/xml/";

/** The part of the runtime core that only SDKs with hooks import. */
const HOOKS_RUNTIME = "src/lib/hooks/";

/** The part of the runtime core that only SDKs with webhooks import. */
const WEBHOOK_RUNTIME = "src/lib/webhook/";

/** The part of the runtime core that only SDKs that get access tokens import. */
const OAUTH_RUNTIME = "src/lib/oauth/";
/** The part of the runtime core that only SDKs with binary responses have an entry for. */
const NODE_RUNTIME = "src/lib/node/";

/** The runtime core marks its error classes with the name of the package that they belong to. */
function withBrand({ path, text }: OutputFile, packageName: string): OutputFile {
  const brand = 'Symbol.for("connections-sdk")';
  return { path, text: text.replace(brand, () => `Symbol.for(${JSON.stringify(packageName)})`) };
}
