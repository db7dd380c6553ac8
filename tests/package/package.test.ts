/** What users get: the tarball, installed. Made once for all the files beside this one. */
import { afterAll, beforeAll, describe } from "vitest";
import { compatibilityTests } from "./compatibility.js";
import { compileCostTests } from "./compile-cost.js";
import { declarationTests } from "./declarations.js";
import { editorTests } from "./editor.js";
import { entryTests } from "./entries.js";
import { fileTests } from "./files.js";
import { identityTests } from "./identity.js";
import { type Installed, install } from "./installed.js";
import { linkTests } from "./links.js";
import { loadingTests } from "./loading.js";
import { mapTests } from "./maps.js";
import { shakingTests } from "./shaking.js";
import { surfaceTests } from "./surface.js";
import { zodTests } from "./zod.js";
import { limits } from "../support/limits.js";

let installed: Installed | undefined;

beforeAll(async () => {
  installed = await install();
}, limits.installing);

// Thousands of small files, and the other tests run beside it.
afterAll(() => installed?.remove(), limits.installing);

function it(): Installed {
  if (installed === undefined) throw new Error("the package was not installed");
  return installed;
}

describe("the installed package", () => {
  fileTests(it);
  entryTests(it);
  compatibilityTests(it);
  identityTests(it);
  linkTests(it);
  loadingTests(it);
  mapTests(it);
  surfaceTests(it);
  editorTests(it);
  zodTests(it);
  declarationTests(it);
  compileCostTests(it);
  shakingTests(it);
});
