/** Security schemes and requirements. OpenAPI 3.1, sections 4.8.27 and 4.8.30. */
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  Document,
  SecurityRequirementObject,
  SecuritySchemeObject,
} from "../document/types.js";
import type { Note } from "./codes.js";
import { inspectExtensions } from "./extensions.js";
import type { Pointer, Security, SecurityScheme } from "./types.js";
import { docsOf } from "./words.js";

/** Every scheme that the SDK can apply, in document order; the others are problems. */
export function schemesOf(document: Document, note: Note): readonly SecurityScheme[] {
  return Object.entries(document.components?.securitySchemes ?? {}).flatMap(([key, value]) => {
    const pointer = append("/components/securitySchemes", key);
    const found = deref<SecuritySchemeObject>(document, value, pointer);
    if (!found) note("ref-missing", pointer, "The security scheme refers to nothing.");
    const scheme = found && schemeOf(note, key, found.value, pointer);
    return scheme ? [scheme] : [];
  });
}

/** Requirements in terms of the schemes that there are. */
export function securityOf(
  note: Note,
  schemes: readonly SecurityScheme[],
  document: Document,
  requirements: readonly SecurityRequirementObject[] | undefined,
  pointer: Pointer,
): Security {
  const known = new Set(schemes.map((scheme) => scheme.key));
  const declared = document.components?.securitySchemes ?? {};
  const alternatives = (requirements ?? []).flatMap((requirement, index) => {
    const keys = Object.keys(requirement);
    for (const key of keys.filter((key) => !Object.hasOwn(declared, key))) {
      note("security-missing", append(pointer, index), `There is no security scheme \`${key}\`.`);
    }
    const usable = keys.filter((key) => known.has(key));
    // What we cannot apply must not turn into "needs nothing", which would win over the other alternatives.
    return keys.length > 0 && usable.length === 0 ? [] : [usable];
  });
  // `[{}]` and `[]` say the same: public. Beside others `{}` comes last: who has a credential wants it sent.
  const needed = alternatives.filter((keys) => keys.length > 0);
  return needed.length === 0 || needed.length === alternatives.length ? needed : [...needed, []];
}

type Place = NonNullable<SecuritySchemeObject["in"]>;

const PLACES: ReadonlySet<unknown> = new Set<Place>(["header", "query", "cookie"]);

function schemeOf(
  note: Note,
  key: string,
  scheme: SecuritySchemeObject,
  pointer: Pointer,
): SecurityScheme | undefined {
  inspectExtensions(note, "securityScheme", scheme, pointer);
  const common = { key, docs: docsOf(scheme) };
  const kind =
    `${scheme.type} ${scheme.type === "http" ? (scheme.scheme ?? "").toLowerCase() : ""}`.trim();
  switch (kind) {
    case "apiKey":
      if (!PLACES.has(scheme.in) || scheme.name === undefined) break;
      return { ...common, kind: "apiKey", in: scheme.in as Place, name: scheme.name }; // just asked
    case "http bearer":
      return { ...common, kind: "bearer" };
    case "http basic":
      return { ...common, kind: "basic" };
    case "oauth2":
    case "openIdConnect":
      note("security-token", pointer, `\`${key}\` takes an access token.`);
      return { ...common, kind: "bearer" };
    default:
  }
  note("security-unsupported", pointer, `\`${key}\` (${kind}) is not applied.`);
  return undefined;
}
