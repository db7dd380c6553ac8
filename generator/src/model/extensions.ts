/** Where each extension has a meaning, and a warning for Speakeasy's extensions elsewhere. */
import type { Report } from "../diagnostics/collector.js";
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { stringOf } from "./docs.js";
import type { Pointer } from "./types.js";

const common = ["deprecation-message", "deprecation-replacement"];

/** On a flow, or on the scheme for all of its flows. */
const tokenEndpoint = [
  "token-endpoint-authentication",
  "token-endpoint-additional-properties",
  "overridable-scopes",
];

/** A kind of object that can have extensions. */
export type Carrier =
  | "document"
  | "info"
  | "server"
  | "tag"
  | "pathItem"
  | "operation"
  | "parameter"
  | "body"
  | "media"
  | "response"
  | "securityScheme"
  | "oauthFlow"
  | "schema";

/**
 * The `x-speakeasy-` extensions that are read on each kind of object. Those of other vendors are
 * ignored.
 */
const known: Readonly<Record<Carrier, readonly string[]>> = {
  document: ["retries", "globals", "errors", "name-override", "webhooks"],
  info: [],
  server: ["server-id"],
  tag: [],
  pathItem: ["ignore", "errors", "group", "retries"],
  operation: ["group", "name-override", "ignore", "retries", "errors", "pagination", ...common],
  parameter: ["name-override", "ignore", ...common],
  body: ["name-override"],
  media: ["sse-sentinel"],
  response: ["name-override"],
  securityScheme: tokenEndpoint,
  oauthFlow: tokenEndpoint,
  schema: ["name-override", "ignore", "unknown-values", "enums", "enum-descriptions", ...common],
};

/** Warns about every extension that has no effect on this kind of object. */
export function inspectExtensions(
  report: Report,
  carrier: Carrier,
  source: unknown,
  pointer: Pointer,
): void {
  if (!isObject(source)) return;
  const names = known[carrier];
  for (const key of Object.keys(source)) {
    if (!key.startsWith("x-speakeasy-") || names.includes(key.slice("x-speakeasy-".length)))
      continue;
    report("extension-unsupported", append(pointer, key), `\`${key}\` has no effect here.`);
  }
}

/** `x-speakeasy-name-override`. */
export function overrideOf(source: unknown): string | undefined {
  return isObject(source) ? stringOf(source["x-speakeasy-name-override"]) : undefined;
}

/**
 * `x-speakeasy-ignore: true` excludes an object, without a warning, because somebody asked for it.
 */
export function isIgnored(source: unknown): boolean {
  return isObject(source) && source["x-speakeasy-ignore"] === true;
}
