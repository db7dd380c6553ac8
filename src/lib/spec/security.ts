import { InvalidRequestError } from "../errors/client.js";
import { toBase64 } from "../web/base64.js";
import { addCookies, setHeader } from "./headers.js";

/**
 * A secret, or a function that returns one, sync or async. The function is called for every
 * attempt; concurrent calls share its result.
 */
export type Credential = string | (() => string | Promise<string>);

/** A user name and password, or a function that returns them, sync or async. */
export type BasicCredential = BasicPair | (() => BasicPair | Promise<BasicPair>);

/** A user name and password for HTTP basic authentication (RFC 7617). */
export interface BasicPair {
  readonly username: string;
  readonly password: string;
}

/** The parts of a call that credentials are added to. */
export interface Signature {
  url: string;
  readonly headers: Record<string, string>;
  /** The secrets that were added, so that messages and logs can redact them. */
  readonly secrets: string[];
}

/** A security scheme: one way to authenticate a call. */
export interface SecurityScheme {
  /** The client option that holds the credential. */
  readonly option: string;
  /**
   * The header that carries it, in lower case. If the caller sets that header, it is used instead.
   */
  readonly header?: string;
  /** A credential of the call itself, which takes precedence over the option. */
  readonly credential?: unknown;
  /** Adds a credential to the request. */
  readonly sign: (credential: unknown, into: Signature) => void;
  /**
   * Returns what `sign` takes, sync or async, for a scheme whose credential is exchanged for it,
   * such as a client secret for an access token. Called for every attempt, with the call and the
   * settings of its client. Defaults to the credential itself.
   */
  readonly exchange?: (call: never, settings: never, scheme: SecurityScheme) => unknown;
  /**
   * Returns a credential that has several parts from environment variables, if all are set.
   *
   * @param prefix - The prefix of their names.
   */
  readonly fromEnv?: (prefix: string) => unknown;
}

/** An API key in a header. */
export function apiKeyHeader(option: string, name: string): SecurityScheme {
  return headerKey(option, name, "");
}

/** An API key in the query string. */
export function apiKeyQuery(option: string, name: string): SecurityScheme {
  return {
    option,
    sign(credential, into) {
      const parameter = pair(option, name, credential, into);
      // A link to the next page may have a fragment, which is never sent.
      const url = into.url.replace(/#.*/, "");
      into.url = `${url}${url.includes("?") ? "&" : "?"}${parameter}`;
    },
  };
}

/** An API key in a cookie. */
export function apiKeyCookie(option: string, name: string): SecurityScheme {
  return {
    option,
    sign: (credential, into) => addCookies(into.headers, pair(option, name, credential, into)),
  };
}

function pair(option: string, name: string, credential: unknown, into: Signature): string {
  const key = requireSecret(option, credential, into);
  return `${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
}

/** `Authorization: Bearer <token>` (RFC 6750). */
export function bearer(option: string): SecurityScheme {
  return headerKey(option, "authorization", "Bearer ");
}

/** `Authorization: <scheme> <credential>`, for any other HTTP scheme (RFC 9110 section 11.6.2). */
export function httpScheme(option: string, scheme: string): SecurityScheme {
  return headerKey(option, "authorization", `${scheme} `);
}

/** A secret in a header, with a prefix. */
function headerKey(option: string, name: string, prefix: string): SecurityScheme {
  const header = name.toLowerCase();
  return {
    option,
    header,
    sign(credential, into) {
      setHeader(into.headers, header, prefix + requireSecret(option, credential, into));
    },
  };
}

/** `Authorization: Basic <base64 of username:password>`, in UTF-8 (RFC 7617). */
export function basic(option: string): SecurityScheme {
  return {
    option,
    header: "authorization",
    sign(credential, into) {
      const { username, password } = (credential ?? {}) as Partial<BasicPair>; // checked below
      if (typeof username !== "string" || typeof password !== "string") {
        throw new InvalidRequestError(`${option}: expected { username, password }`);
      }
      const token = toBase64(new TextEncoder().encode(`${username}:${password}`));
      // Without a password, the user name is the secret.
      into.secrets.push(password || username, token);
      into.headers["authorization"] = `Basic ${token}`;
    },
  };
}

/** Validates a credential that must be a string and registers it as a secret. */
function requireSecret(option: string, credential: unknown, into: Signature): string {
  // Trimmed, because keys that are read from files end with a line break.
  const key = typeof credential === "string" && credential.trim();
  if (!key) {
    throw new InvalidRequestError(`${option}: expected a non-empty string`);
  }
  into.secrets.push(key);
  return key;
}
