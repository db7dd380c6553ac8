import { expect } from "vitest";
import { check } from "../../src/document/check.js";
import type { Json, JsonObject } from "../../src/document/json.js";
import { andThen } from "../../src/diagnostics/stage-result.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import type { Api } from "../../src/model/types.js";
import { assignNames } from "../../src/name/assign-names.js";
import { suggest } from "../../src/suggest/index.js";
import type { Suggestion } from "../../src/suggest/suggestion.js";

const info = { title: "Library", version: "1" };

/** A document with some paths. */
export function documentOf(paths: JsonObject, components: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info, servers: [{ url: "https://a.example" }], paths, components };
}

/** The API of a document. */
export function apiOf(document: Json): Api {
  const { value, diagnostics } = andThen(andThen(upgrade(document), check), build);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The suggestions for a document. */
export function suggestionsFor(document: Json): readonly Suggestion[] {
  const api = apiOf(document);
  return suggest(api, assignNames(api, { sdkClassName: "Library" }));
}

/** A response of JSON. */
export function json(schema: JsonObject): JsonObject {
  return { "200": { description: "Done", content: { "application/json": { schema } } } };
}

/** Checks that there is a value, and returns it. */
export function present<T>(value: T | undefined): T {
  expect(value).toBeDefined();
  return value as T; // as just checked
}
