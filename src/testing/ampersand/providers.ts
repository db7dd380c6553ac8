import type { Credentials, WireConnectionRequest } from "./wire.js";

/** How a provider authorizes requests. `custom` is a provider with custom authorization. */
export type AuthScheme =
  | "none"
  | "apiKey"
  | "basic"
  | "oauth2/authorizationCode"
  | "oauth2/authorizationCodePKCE"
  | "oauth2/clientCredentials"
  | "oauth2/password"
  | "custom";

/**
 * The emulator's catalog, with at least one provider for every scheme. The scheme of the real
 * provider may differ.
 */
export const defaultProviders: Readonly<Record<string, AuthScheme>> = {
  salesforce: "oauth2/authorizationCode",
  hubspot: "oauth2/authorizationCode",
  airtable: "oauth2/authorizationCodePKCE",
  apollo: "apiKey",
  greenhouse: "basic",
  marketo: "oauth2/clientCredentials",
  keap: "oauth2/password",
  netsuite: "custom",
  hackerNews: "none",
};

const credentialOf: Readonly<Record<AuthScheme, keyof Credentials | undefined>> = {
  none: undefined,
  apiKey: "apiKey",
  basic: "basicAuth",
  "oauth2/authorizationCode": "oauth2AuthorizationCode",
  "oauth2/authorizationCodePKCE": "oauth2AuthorizationCode",
  "oauth2/clientCredentials": "oauth2ClientCredentials",
  "oauth2/password": "oauth2PasswordCredentials",
  custom: "customAuth",
};

const members: ReadonlySet<unknown> = new Set(Object.values(credentialOf));

/** Whether a member of a request is a credential. */
export function isCredential(name: string): name is keyof Credentials {
  return members.has(name);
}

/** The member that has the credential of a scheme, or `undefined` for a scheme without one. */
export function credentialMember(scheme: AuthScheme): keyof Credentials | undefined {
  return credentialOf[scheme];
}

/** The names of a request's credential members. */
export function credentialsIn(request: WireConnectionRequest): (keyof Credentials)[] {
  return Object.keys(request).filter(isCredential);
}

/** The credential members of a request. */
export function pickCredentials(request: WireConnectionRequest): Credentials {
  return Object.fromEntries(credentialsIn(request).map((name) => [name, request[name]]));
}

/**
 * Whether the emulated provider refuses a credential, because a string in it starts with `invalid`.
 */
export function isRefused(credential: unknown): boolean {
  if (typeof credential === "string") return credential.startsWith("invalid");
  if (typeof credential !== "object" || credential === null) return false;
  return Object.values(credential).some(isRefused);
}
