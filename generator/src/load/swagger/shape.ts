import { type Json, isObject, member } from "../../document/json.js";
import { append } from "../../document/pointer.js";
import { type Child, type FindChild, type Kind, childOf, sectionOf } from "../../document/shape.js";

/** Members that OpenAPI 3 does not have, or has elsewhere. */
const MEMBERS: Partial<Readonly<Record<Kind, Readonly<Record<string, Child>>>>> = {
  document: {
    definitions: { kind: "schema", as: "map" },
    parameters: { kind: "parameter", as: "map" },
    responses: { kind: "response", as: "map" },
    securityDefinitions: { kind: "securityScheme", as: "map" },
  },
  response: { schema: { kind: "schema", as: "one" } },
};

/** What a member of an object of Swagger 2.0 holds. */
const swaggerChildOf: FindChild = (kind, key) => {
  const members = MEMBERS[kind];
  return members && Object.hasOwn(members, key) ? members[key] : childOf(kind, key);
};

/** Which objects a version has, and where. */
export interface VersionShape {
  readonly childOf: FindChild;
  /** The pointer of the map with the named objects of a kind, if there is one. */
  readonly homeOf: (kind: Kind) => string | undefined;
  /** The maps with named objects in a document, by pointer. */
  readonly homesIn: (document: Json | undefined) => readonly (readonly [string, Json])[];
}

const OPENAPI: VersionShape = {
  childOf,
  homeOf: (kind) => {
    const section = sectionOf(kind);
    return section === undefined ? undefined : `/components/${section}`;
  },
  homesIn: (document) => {
    const components = isObject(document) ? member(document, "components") : undefined;
    const sections = Object.entries(isObject(components) ? components : {});
    return sections.map(([section, entries]) => [append("/components", section), entries]);
  },
};

const HOMES: Partial<Readonly<Record<Kind, string>>> = {
  schema: "/definitions",
  parameter: "/parameters",
  response: "/responses",
  securityScheme: "/securityDefinitions",
};

const SWAGGER: VersionShape = {
  childOf: swaggerChildOf,
  homeOf: (kind) => HOMES[kind] ?? OPENAPI.homeOf(kind),
  homesIn: (document) => {
    const own = isObject(document) ? document : {};
    const homes = Object.values(HOMES).flatMap((home) => {
      const entries = member(own, home.slice(1));
      return entries === undefined ? [] : [[home, entries] as const];
    });
    return [...homes, ...OPENAPI.homesIn(document)];
  },
};

/** The shape of a document. */
export function shapeOf(document: Json | undefined): VersionShape {
  return isSwagger(document) ? SWAGGER : OPENAPI;
}

/** True for a document in Swagger 2.0. */
export function isSwagger(document: Json | undefined): boolean {
  const version = isObject(document) ? member(document, "swagger") : undefined;
  return /^2(?:\.|$)/.test(String(version));
}
