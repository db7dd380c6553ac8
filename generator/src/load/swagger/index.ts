/**
 * Upgrades a Swagger 2.0 document to OpenAPI 3.0. The upgraders on npm keep no positions, and each
 * loses some of what Swagger says about the wire: media types of an operation, collection formats
 * of form fields, bodies by `$ref`.
 *
 * @see https://swagger.io/specification/v2/
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  type Json,
  type JsonObject,
  isObject,
  mapMembers,
  member,
  without,
} from "../../document/json.js";
import { type Pointer, append, pointerToRef, refToPointer } from "../../document/pointer.js";
import { rewrite } from "../../document/shape.js";
import { bodyOf } from "./bodies.js";
import { type UpgradeContext, mediasOf } from "./context.js";
import { type Moves, noMoves } from "./moves.js";
import { parameterOf, pathItemOf } from "./operations.js";
import { responseOf } from "./responses.js";
import { schemaOf, withMappings } from "./schemas.js";
import { securitySchemeOf } from "./security.js";
import { serversOf } from "./servers.js";

/** A document in OpenAPI 3.0. */
export interface UpgradedSwagger {
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
  /** The pointer of a part before the upgrade. */
  readonly originOf: (pointer: Pointer) => Pointer;
}

/** Sections of a Swagger document, and where OpenAPI 3 has them. */
const SECTIONS = {
  definitions: "/components/schemas",
  parameters: "/components/parameters",
  responses: "/components/responses",
  securityDefinitions: "/components/securitySchemes",
};

/** Upgrades a Swagger 2.0 document. */
export function upgradeSwagger(document: JsonObject): UpgradedSwagger {
  const moves = noMoves();
  const context: UpgradeContext = { document, moves, diagnostics: [] };
  moves.add("/swagger", "/openapi");
  for (const [key, section] of Object.entries(SECTIONS)) moves.add(`/${key}`, section);
  // First, because operations refer to its bodies.
  const components = componentsOf(context);
  const servers = serversOf(context, document, "");
  const paths = member(document, "paths");
  const upgraded: JsonObject = {
    openapi: "3.0.4",
    ...without(document, "swagger", "host", "basePath", "schemes", "consumes", "produces"),
    ...(servers && { servers }),
    ...(isObject(paths) && {
      paths: mapMembers(paths, (item, path) =>
        isObject(item) && !path.startsWith("x-")
          ? pathItemOf(context, item, append("/paths", path))
          : item,
      ),
    }),
    components,
  };
  const whole = without(upgraded, ...Object.keys(SECTIONS));
  return {
    document: inside(whole, moves),
    diagnostics: context.diagnostics,
    originOf: moves.before,
  };
}

/** The components, next to those that a document anticipates. */
function componentsOf(context: UpgradeContext): JsonObject {
  const { document, moves } = context;
  const produces = mediasOf(context, "produces");
  const consumes = mediasOf(context, "consumes");
  const [bodies, parameters] = parted(sectionIn(document, "parameters"));
  const schemes = mapMembers(sectionIn(document, "securityDefinitions"), securitySchemeOf);
  const sections = {
    schemas: withMappings(sectionIn(document, "definitions")),
    requestBodies: mapMembers(bodies, (value, name) => {
      const pointer = append("/parameters", name);
      const after = append("/components/requestBodies", name);
      return isObject(value) ? bodyOf(context, { value, pointer }, after, consumes) : value;
    }),
    parameters: mapMembers(parameters, (value, name) => {
      const pointer = append("/parameters", name);
      const after = append("/components/parameters", name);
      const isPlain = isObject(value) && !Object.hasOwn(value, "$ref");
      return isPlain ? parameterOf(context, value, pointer, after) : value;
    }),
    responses: mapMembers(sectionIn(document, "responses"), (value, name) => {
      const pointer = append("/responses", name);
      const after = append("/components/responses", name);
      const isPlain = isObject(value) && !Object.hasOwn(value, "$ref");
      return isPlain ? responseOf(context, value, pointer, after, produces, true) : value;
    }),
    securitySchemes: schemes,
  };
  for (const [name, scheme] of Object.entries(schemes)) {
    const flows = isObject(scheme) && member(scheme, "flows");
    const before = append("/securityDefinitions", name);
    const after = append("/components/securitySchemes", name, "flows");
    for (const flow of Object.keys(flows || {})) moves.add(before, append(after, flow));
  }
  const given = sectionIn(document, "components");
  const all = Object.entries(sections).map(([name, entries]) => [
    name,
    { ...sectionIn(given, name), ...entries },
  ]);
  return {
    ...given,
    ...Object.fromEntries(all.filter(([, entries]) => Object.keys(entries as object).length > 0)),
  };
}

function sectionIn(value: JsonObject, key: string): JsonObject {
  const section = member(value, key);
  return isObject(section) ? section : {};
}

/** Parameters that are bodies, parameters that are neither bodies nor parts of one. */
function parted(parameters: JsonObject): readonly [JsonObject, JsonObject] {
  const having = (isWanted: (location: Json | undefined) => boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(parameters).filter(([, value]) =>
        isWanted(isObject(value) ? member(value, "in") : undefined),
      ),
    );
  return [
    having((location) => location === "body"),
    having((location) => location !== "body" && location !== "formData"),
  ];
}

/** The same document with the schemas upgraded, and with refs that lead to where things are now. */
function inside(document: JsonObject, moves: Moves): JsonObject {
  const upgraded = rewrite({ kind: "document", value: document, pointer: "" }, (node, descend) => {
    const { kind, value } = node;
    if (!isObject(value)) return value;
    const moved = withMovedRef(value, moves);
    return descend(kind === "schema" ? withMovedMapping(schemaOf(moved), moves) : moved);
  });
  return isObject(upgraded) ? upgraded : document;
}

function withMovedRef(value: JsonObject, moves: Moves): JsonObject {
  const ref = member(value, "$ref");
  return typeof ref === "string" ? { ...value, $ref: movedRef(ref, moves) } : value;
}

function withMovedMapping(schema: JsonObject, moves: Moves): JsonObject {
  const discriminator = member(schema, "discriminator");
  const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
  if (!isObject(discriminator) || !isObject(mapping)) return schema;
  const moved = mapMembers(mapping, (ref) =>
    typeof ref === "string" ? movedRef(ref, moves) : ref,
  );
  return { ...schema, discriminator: { ...discriminator, mapping: moved } };
}

function movedRef(ref: string, moves: Moves): string {
  const pointer = refToPointer(ref);
  if (pointer === undefined) return ref;
  const after = moves.after(pointer);
  return after === pointer ? ref : pointerToRef(after);
}
