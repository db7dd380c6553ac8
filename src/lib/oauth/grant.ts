import { InvalidRequestError } from "../errors/client.js";
import { LOOPBACK } from "../pipeline/servers.js";
import { isObject } from "../schema/base.js";

/** A parameter that a token endpoint takes beside those of OAuth, such as `audience`. */
export interface TokenParameter {
  /** Its name in the request. */
  readonly name: string;
  /** The member of the credential that holds it. Defaults to its name. */
  readonly key?: string;
  /** The value if the credential has none. */
  readonly default?: string;
}

/** How to get access tokens, as the document declares it. */
export interface OAuthFlows {
  /** The token endpoint of the client credentials grant. */
  readonly clientCredentials?: string;
  /** The token endpoint of the password grant. */
  readonly password?: string;
  /** The endpoint that exchanges refresh tokens. */
  readonly refreshToken?: string;
  /** Whether a client secret is sent by HTTP basic authentication instead of in the body. */
  readonly basic?: boolean;
  /** Further parameters of the token request. */
  readonly parameters?: readonly TokenParameter[];
}

/** A credential, ready to be exchanged for a token. */
export interface Grant {
  /** The client option that holds the credential. */
  readonly option: string;
  /** The token endpoint. */
  readonly url: string;
  /** The first request's `grant_type` and its parameters. */
  readonly form: Readonly<Record<string, string>>;
  /** The parameters of every request: scope, and those of the document. */
  readonly common: Readonly<Record<string, string>>;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly basic: boolean;
}

/** The parts of credentials, which environment variables can hold. */
export const PARTS = [
  "clientId",
  "clientSecret",
  "refreshToken",
  "username",
  "password",
  "tokenURL",
] as const;

type Parts = Readonly<Record<string, unknown>>;

/** The kinds of grants, by the member that tells them, and what they need. */
const KINDS = [
  ["refreshToken", ["refreshToken"]],
  ["password", ["username", "password"]],
  ["clientCredentials", ["clientId", "clientSecret"]],
] as const;

type Kind = (typeof KINDS)[number][0];

/** The kind of grant that a credential is for, of those that can be made. */
export function kindOf(flows: OAuthFlows, parts: Parts): Kind | undefined {
  const isUsable = (kind: Kind): boolean => Boolean(flows[kind] ?? parts["tokenURL"]);
  // The first whose members are there. One that is not whole gets an error that says so.
  const found = KINDS.find(([kind, [first]]) => parts[first] !== undefined && isUsable(kind));
  return found?.[0];
}

/** Whether a credential has all that its grant needs. */
export function isWhole(flows: OAuthFlows, parts: Parts): boolean {
  const kind = kindOf(flows, parts);
  return KINDS.some(([name, needed]) => name === kind && needed.every((part) => parts[part]));
}

/**
 * Makes a grant of a credential.
 *
 * @param scopes - The operation's scopes.
 * @param base - The base URL of the API.
 * @throws InvalidRequestError that names the member that is wrong.
 */
export function grantOf(
  option: string,
  flows: OAuthFlows,
  scopes: readonly string[],
  credential: unknown,
  base: () => string,
  allowHTTP: boolean,
): Grant {
  const kind = isObject(credential) ? kindOf(flows, credential) : undefined;
  if (!kind || !isObject(credential))
    throw new InvalidRequestError(`${option}: ${expected(flows)}`);
  const part = (name: string, isRequired = false): string | undefined => {
    const value = credential[name];
    if (!isRequired && (value === undefined || value === null)) return undefined;
    // Trimmed, because secrets that are read from files end with a line break. Passwords may too.
    const text = typeof value === "string" && (name === "password" ? value : value.trim());
    if (!text) throw new InvalidRequestError(`${option}.${name}: expected a non-empty string`);
    return text;
  };
  const need = (name: string): string => part(name, true) ?? "";
  const form: Record<string, string> =
    kind === "refreshToken"
      ? { grant_type: "refresh_token", refresh_token: need("refreshToken") }
      : kind === "password"
        ? { grant_type: "password", username: need("username"), password: need("password") }
        : { grant_type: "client_credentials" };
  const isClient = kind === "clientCredentials";
  const common: Record<string, string> = {};
  // A refresh token is one for all operations. Without a scope, the token has the scopes that the
  // user consented to (RFC 6749 section 6).
  const scope = scopesOf(option, credential["scopes"]) ?? (form["refresh_token"] ? [] : scopes);
  if (scope.length > 0) common["scope"] = scope.join(" ");
  for (const { name, key = name, default: usual } of flows.parameters ?? []) {
    const value = part(key) ?? usual;
    if (value !== undefined) common[name] = value;
  }
  const given = part("tokenURL");
  return {
    option,
    url: tokenURL(option, given ?? flows[kind] ?? "", base, allowHTTP),
    form,
    common,
    clientId: part("clientId", isClient),
    clientSecret: part("clientSecret", isClient),
    basic: flows.basic === true,
  };
}

function expected(flows: OAuthFlows): string {
  const kinds = KINDS.filter(([kind]) => flows[kind]).map(([, parts]) => `{ ${parts.join(", ")} }`);
  return ["expected an access token", ...kinds].join(" or ");
}

/** A scope is a token without spaces (RFC 6749 section 3.3). */
function scopesOf(option: string, scopes: unknown): readonly string[] | undefined {
  if (scopes === undefined) return undefined;
  if (Array.isArray(scopes) && scopes.every((scope) => /^[!#-[\]-~]+$/.test(`${scope}`)))
    return scopes as string[]; // as just checked
  throw new InvalidRequestError(`${option}.scopes: expected an array of scopes without spaces`);
}

/** Validates the URL of a token endpoint. It may have a query (RFC 6749 section 3.2). */
function tokenURL(option: string, url: string, base: () => string, allowHTTP: boolean): string {
  try {
    // With a slash, so that the last segment of the base stays.
    const parsed = URL.canParse(url) ? new URL(url) : new URL(url, `${base()}/`);
    const { protocol, hostname, username, password, hash, href } = parsed;
    const isAllowed =
      protocol === "https:" || (protocol === "http:" && (allowHTTP || LOOPBACK.test(hostname)));
    // A variable that nothing replaces would be part of a host's name.
    if (isAllowed && !username && !password && !hash && !/[{}]|%7B/i.test(href)) return href;
  } catch {
    // Not a URL: the error below says what is expected.
  }
  throw new InvalidRequestError(
    `${option}.tokenURL: expected an https URL without fragment, credentials or variables; http is allowed for localhost, or with allowHTTP: true`,
  );
}
