import type { Call } from "../call/call.js";
import { baseURL } from "../pipeline/servers.js";
import type { Settings } from "../pipeline/settings.js";
import { envName, resolveCredential } from "../pipeline/sign.js";
import { type SecurityScheme, bearer } from "../spec/security.js";
import { env } from "../web/env.js";
import { type OAuthFlows, PARTS, grantOf, isWhole } from "./grant.js";
import { type Renewal, noteRenewal } from "./renew-tokens.js";
import { type Access, accessToken } from "./tokens.js";

/**
 * OAuth 2.0: an access token, or credentials that the SDK gets one for, as a bearer token (RFC
 * 6749, RFC 6750). The client needs `withTokenRenewal`.
 *
 * @param option - The client option that holds the credential.
 * @param flows - How to get access tokens.
 * @param scopes - The scopes that the operation needs.
 */
export function oauth2(
  option: string,
  flows: OAuthFlows,
  scopes: readonly string[] = [],
): SecurityScheme {
  const scheme = bearer(option);
  const exchange = (credential: unknown, call: Call, settings: Settings): unknown => {
    if (typeof credential === "string" || !credential) return credential;
    const { allowHTTP } = settings.options;
    // Relative URLs are relative to the API's server, and not to one that an operation has for
    // itself.
    const base = (): string => baseURL(settings, { security: [[scheme]] }, call.options);
    const grant = grantOf(option, flows, scopes, credential, base, allowHTTP === true);
    const sign: Renewal["sign"] = async (into) =>
      scheme.sign((await accessToken(grant, settings)).accessToken, into);
    const use = ({ accessToken: token, drop }: Access): string => {
      noteRenewal(call, { drop, sign });
      return token;
    };
    const access = accessToken(grant, settings);
    return access instanceof Promise ? access.then(use) : use(access);
  };
  const fromEnv = (prefix: string): unknown => {
    const names = [...PARTS, ...(flows.parameters ?? []).map(({ name, key = name }) => key)];
    const parts: Record<string, string> = {};
    for (const name of names) {
      const value = env(envName(prefix, `${option}_${name}`));
      if (value) parts[name] = value;
    }
    return isWhole(flows, parts) ? parts : undefined;
  };
  return {
    ...scheme,
    exchange(call: Call, settings: Settings, own: SecurityScheme) {
      const credential = resolveCredential(call, settings, own);
      return credential instanceof Promise
        ? credential.then((settled: unknown) => exchange(settled, call, settings))
        : exchange(credential, call, settings);
    },
    fromEnv,
  };
}
