/**
 * The flows of OAuth 2.0 in which a client gets access tokens by itself. OpenAPI 3.1, sections
 * 4.8.28 and 4.8.29.
 */
import type { Report } from "../diagnostics/collector.js";
import { type Json, isObject, member } from "../document/json.js";
import { append } from "../document/pointer.js";
import type { SecuritySchemeObject } from "../document/types.js";
import { docsOf, stringOf } from "./docs.js";
import { inspectExtensions } from "./extensions.js";
import type { OAuthFlows, Pointer, TokenParameter } from "./types.js";

const AUTHENTICATION = "x-speakeasy-token-endpoint-authentication";
const PROPERTIES = "x-speakeasy-token-endpoint-additional-properties";
const OVERRIDABLE = "x-speakeasy-overridable-scopes";

/**
 * The parameters of OAuth itself (RFC 6749 appendix A), and other members of credentials, as
 * {@link plain} names.
 */
const RESERVED: ReadonlySet<string> = new Set([
  "granttype",
  "clientid",
  "clientsecret",
  "scope",
  "scopes",
  "refreshtoken",
  "username",
  "password",
  "tokenurl",
]);

/** A name without what the SDK's spelling of it would change. */
function plain(name: string): string {
  return name.replace(/[^a-z0-9]/gi, "").toLowerCase();
}

/** A flow of the document, and where it is. */
interface Flow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: Pointer;
}

/** The flows of a scheme, or `undefined` if users must get the access tokens themselves. */
export function oauthFlowsOf(
  report: Report,
  scheme: SecuritySchemeObject,
  pointer: Pointer,
): OAuthFlows | undefined {
  if (!isObject(scheme.flows)) return undefined;
  const declared = scheme.flows;
  const flow = (name: string): Flow | undefined => {
    const value = member(declared, name);
    return isObject(value) ? { value, pointer: append(pointer, "flows", name) } : undefined;
  };
  const known = {
    clientCredentials: flow("clientCredentials"),
    password: flow("password"),
    // Users sign in elsewhere. Their refresh token outlives that.
    authorizationCode: flow("authorizationCode"),
    implicit: flow("implicit"),
    deviceAuthorization: flow("deviceAuthorization"),
  };
  const all = Object.values(known).filter((each) => each !== undefined);
  for (const each of all) inspectExtensions(report, "oauthFlow", each.value, each.pointer);
  const url = (of: Flow | undefined, key: string): string | undefined =>
    of && urlOf(report, of, key);
  const clientCredentials = url(known.clientCredentials, "tokenUrl");
  const password = url(known.password, "tokenUrl");
  const interactive = [known.authorizationCode, known.deviceAuthorization, known.password];
  const refreshToken =
    [...interactive, known.implicit].flatMap((of) => url(of, "refreshUrl") ?? [])[0] ??
    interactive.flatMap((of) => (of === known.password ? password : url(of, "tokenUrl")) ?? [])[0];
  if (clientCredentials === undefined && password === undefined && refreshToken === undefined)
    return undefined;
  const carriers: readonly Flow[] = [
    ...all,
    { value: scheme as unknown as Flow["value"], pointer }, // read by key
  ];
  inspectScopes(report, carriers);
  return {
    ...(clientCredentials !== undefined && { clientCredentials }),
    ...(password !== undefined && { password }),
    ...(refreshToken !== undefined && { refreshToken }),
    basic: isBasic(report, carriers),
    parameters: parametersOf(report, carriers),
  };
}

/** A URL that a secret can be sent to. */
function urlOf(report: Report, { value, pointer }: Flow, key: string): string | undefined {
  const url = value[key];
  if (url === undefined) {
    // `refreshUrl` is optional.
    if (key === "tokenUrl") report("oauth-flow-invalid", pointer, "The flow has no `tokenUrl`.");
    return undefined;
  }
  const text = stringOf(url);
  const base = "https://api.example/";
  if (text === undefined || /[{}]/.test(text) || !URL.canParse(text, base)) {
    report("oauth-flow-invalid", append(pointer, key), `\`${key}\` is not a URL.`);
    return undefined;
  }
  const { protocol, hostname } = new URL(text, base);
  if (protocol === "http:" && !/^(localhost|127\.|\[::1])/.test(hostname))
    report(
      "oauth-flow-invalid",
      append(pointer, key),
      `\`${key}\` is not an https URL.`,
      "Use https. Until then every user has to set `allowHTTP`, or to pass `tokenURL`.",
    );
  return text;
}

function isBasic(report: Report, carriers: readonly Flow[]): boolean {
  const values = carriers.flatMap(({ value, pointer }) => {
    const method = value[AUTHENTICATION];
    if (method === undefined) return [];
    if (method === "client_secret_post" || method === "client_secret_basic") return [method];
    report(
      "extension-invalid",
      append(pointer, AUTHENTICATION),
      `\`${AUTHENTICATION}\` is neither client_secret_post nor client_secret_basic.`,
    );
    return [];
  });
  return values[0] === "client_secret_basic";
}

/** Users can pass other scopes in any case, so that there is nothing to read but mistakes. */
function inspectScopes(report: Report, carriers: readonly Flow[]): void {
  for (const { value, pointer } of carriers)
    if (value[OVERRIDABLE] !== undefined && typeof value[OVERRIDABLE] !== "boolean")
      report(
        "extension-invalid",
        append(pointer, OVERRIDABLE),
        `\`${OVERRIDABLE}\` is neither true nor false.`,
      );
}

function parametersOf(report: Report, carriers: readonly Flow[]): readonly TokenParameter[] {
  const found = new Map<string, TokenParameter>();
  for (const { value, pointer } of carriers) {
    const properties = value[PROPERTIES];
    if (properties === undefined) continue;
    const at = append(pointer, PROPERTIES);
    if (!isObject(properties)) {
      report("extension-invalid", at, `\`${PROPERTIES}\` is not an object of schemas.`);
      continue;
    }
    for (const [name, schema] of Object.entries(properties)) {
      const parameter = parameterOf(name, schema);
      if (typeof parameter === "string") report("extension-invalid", append(at, name), parameter);
      else if (!found.has(plain(name))) found.set(plain(name), parameter);
      else if (found.get(plain(name))?.name !== name)
        report("extension-invalid", append(at, name), `\`${name}\` is spelled like another one.`);
    }
  }
  return [...found.values()];
}

/** A parameter of the token request, or why it is none. */
function parameterOf(name: string, schema: Json): TokenParameter | string {
  if (RESERVED.has(plain(name))) return `\`${name}\` is a parameter of OAuth itself.`;
  if (!isObject(schema)) return `The schema of \`${name}\` is not an object.`;
  const type = member(schema, "type") ?? "string";
  if (type !== "string") return `\`${name}\` is not a string, and a form has only strings.`;
  const usual = stringOf(member(schema, "const")) ?? stringOf(member(schema, "default"));
  return { name, docs: docsOf(schema), ...(usual !== undefined && { default: usual }) };
}
