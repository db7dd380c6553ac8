/** Security schemes and requirements. OpenAPI 3.1, sections 4.8.27 and 4.8.30. */
import type { Report } from "../diagnostics/collector.js";
import { isList } from "../document/json.js";
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  Document,
  SecurityRequirementObject,
  SecuritySchemeObject,
} from "../document/types.js";
import { docsOf } from "./docs.js";
import { inspectExtensions } from "./extensions.js";
import { oauthFlowsOf } from "./oauth-flows.js";
import type { Pointer, SchemeUse, Security, SecurityScheme } from "./types.js";

/** The schemes that the SDK supports, in document order. */
export function schemesOf(document: Document, report: Report): readonly SecurityScheme[] {
  return Object.entries(document.components?.securitySchemes ?? {}).flatMap(([key, value]) => {
    const pointer = append("/components/securitySchemes", key);
    const found = deref<SecuritySchemeObject>(document, value, pointer);
    if (!found)
      report(
        "ref-missing",
        pointer,
        "The security scheme refers to something that does not exist.",
      );
    const scheme = found && schemeOf(report, key, found.value, pointer);
    return scheme ? [scheme] : [];
  });
}

/** The requirements, without schemes that are unknown or not supported. */
export function securityOf(
  report: Report,
  schemes: readonly SecurityScheme[],
  document: Document,
  requirements: readonly SecurityRequirementObject[] | undefined,
  pointer: Pointer,
): Security {
  const known = new Map(schemes.map((scheme) => [scheme.key, scheme]));
  const declared = document.components?.securitySchemes ?? {};
  const alternatives = (requirements ?? []).flatMap((requirement, index) => {
    const scopes = new Map(
      Object.entries(requirement).map(([key, value]) => [schemeName(key), value]),
    );
    const keys = [...scopes.keys()];
    for (const key of keys.filter((key) => !Object.hasOwn(declared, key))) {
      const location = append(pointer, index, key);
      report("security-undeclared", location, `The security scheme \`${key}\` is not declared.`);
    }
    const usable = keys.flatMap((key): SchemeUse[] => {
      const scheme = known.get(key);
      return scheme ? [schemeUse(scheme, scopes.get(key))] : [];
    });
    // An unsupported requirement must not turn into "needs nothing". A certificate is that: the
    // transport presents it.
    const isUnsupported = keys.some((key) => !known.has(key) && !isCertificate(document, key));
    return usable.length === 0 && isUnsupported ? [] : [usable];
  });
  // `[{}]` and `[]` both mean public. Next to others, `{}` comes last: whoever has a credential
  // wants it sent.
  const needed = alternatives.filter((keys) => keys.length > 0);
  return needed.length === 0 || needed.length === alternatives.length ? needed : [...needed, []];
}

/** The OAuth 2.0 scopes of the first alternative that names some. OpenAPI 3.1, section 4.8.30. */
export function scopesOf(
  document: Document,
  requirements: readonly SecurityRequirementObject[] | undefined,
): readonly string[] {
  const alternatives = (requirements ?? []).map((requirement) =>
    Object.entries(requirement).flatMap(([key, scopes]) =>
      hasScopes(document, schemeName(key)) ? scopes : [],
    ),
  );
  return alternatives.find((scopes) => scopes.length > 0) ?? [];
}

/** Other schemes may list roles (since OpenAPI 3.1), which are no scopes. */
function hasScopes(document: Document, key: string): boolean {
  const declared = document.components?.securitySchemes?.[key];
  const type = declared && deref<SecuritySchemeObject>(document, declared, "")?.value.type;
  return type === "oauth2" || type === "openIdConnect";
}

/** Scopes are for the token request: without one, nobody asks for them. */
function schemeUse({ key, kind }: SecurityScheme, scopes: unknown): SchemeUse {
  if (kind !== "oauth2" || !isList(scopes)) return { key };
  const names = scopes.filter((scope) => typeof scope === "string");
  return names.length > 0 ? { key, scopes: names } : { key };
}

function isCertificate(document: Document, key: string): boolean {
  const declared = document.components?.securitySchemes?.[key];
  const found = declared && deref<SecuritySchemeObject>(document, declared, "");
  return found?.value.type === "mutualTLS";
}

/** Since OpenAPI 3.2 a requirement may name a scheme by a reference. */
function schemeName(key: string): string {
  return key.replace(/^#\/components\/securitySchemes\//, "");
}

type KeyLocation = NonNullable<SecuritySchemeObject["in"]>;

const KEY_LOCATIONS: ReadonlySet<unknown> = new Set<KeyLocation>(["header", "query", "cookie"]);

/** A name (RFC 9110 section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** @see https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml */
const REGISTERED =
  "Concealed Digest DPoP GNAP HOBA Mutual Negotiate OAuth PrivateToken SCRAM-SHA-1 SCRAM-SHA-256 vapid";

/**
 * The spelling of a scheme in the registry, or else in the document. Names of schemes do not depend
 * on case, but some servers do.
 */
function registered(scheme: string): string {
  const same = (name: string): boolean => name.toLowerCase() === scheme.toLowerCase();
  return REGISTERED.split(" ").find(same) ?? scheme;
}

function schemeOf(
  report: Report,
  key: string,
  scheme: SecuritySchemeObject,
  pointer: Pointer,
): SecurityScheme | undefined {
  inspectExtensions(report, "securityScheme", scheme, pointer);
  const common = { key, docs: docsOf(scheme) };
  const kind =
    `${scheme.type} ${scheme.type === "http" ? (scheme.scheme ?? "").toLowerCase() : ""}`.trim();
  switch (kind) {
    case "apiKey":
      if (!KEY_LOCATIONS.has(scheme.in) || scheme.name === undefined) {
        report(
          "security-unsupported",
          pointer,
          `The API key \`${key}\` lacks a \`name\`, or an \`in\` of header, query or cookie.`,
          "Add the missing member. The SDK does not send the key until then.",
        );
        return undefined;
      }
      // as just checked
      return { ...common, kind: "apiKey", in: scheme.in as KeyLocation, name: scheme.name };
    case "http bearer":
      return { ...common, kind: "bearer" };
    case "http basic":
      return { ...common, kind: "basic" };
    case "oauth2":
    case "openIdConnect": {
      const flows = oauthFlowsOf(report, scheme, pointer);
      if (flows) return { ...common, kind: "oauth2", flows };
      report(
        "security-flow-ignored",
        pointer,
        `The SDK does not fetch access tokens for \`${key}\`.`,
      );
      return { ...common, kind: "bearer" };
    }
    case "mutualTLS":
      report(
        "security-in-transport",
        pointer,
        `The certificate of \`${key}\` (mutualTLS) is not a credential that the SDK sends.`,
      );
      return undefined;
    default:
  }
  const name = scheme.type === "http" ? (scheme.scheme ?? "") : "";
  if (TOKEN.test(name)) return { ...common, kind: "http", scheme: registered(name) };
  report(
    "security-unsupported",
    pointer,
    `The security scheme \`${key}\` (${kind}) is not supported.`,
  );
  return undefined;
}
