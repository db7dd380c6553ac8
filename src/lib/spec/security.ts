import { InvalidRequestError } from "../errors/client.js";
import { toBase64 } from "../web/base64.js";
import { addCookies, setHeader } from "./headers.js";

/** A secret, or a function that answers it. Functions are asked on every attempt; calls that overlap share one answer. */
export type Credential = string | (() => string | Promise<string>);

/** A user name and password, or a function that answers them. */
export type BasicCredential = BasicPair | (() => BasicPair | Promise<BasicPair>);

/** A user name and password for HTTP basic authentication (RFC 7617). */
export interface BasicPair {
  readonly username: string;
  readonly password: string;
}

/** Where credentials are put: what of a call they change. */
export interface Signature {
  url: string;
  readonly headers: Record<string, string>;
  /** The secrets that were put anywhere, to be kept out of messages and logs. */
  readonly secrets: string[];
}

/** One way of proving who is calling. */
export interface SecurityScheme {
  /** The client option that holds the credential. */
  readonly option: string;
  /** The header that carries it, in lower case. A caller who sets that header says so himself. */
  readonly header?: string;
  /** Puts a credential into the request. */
  readonly sign: (credential: unknown, into: Signature) => void;
}

/** A key in a header of its own. */
export function apiKeyHeader(option: string, name: string): SecurityScheme {
  return headerKey(option, name, "");
}

/** A key in the query string. */
export function apiKeyQuery(option: string, name: string): SecurityScheme {
  return {
    option,
    sign(credential, into) {
      const written = pair(option, name, credential, into);
      // A link to the next page may have a fragment, which is not sent, nor what stands behind it.
      const url = into.url.replace(/#.*/, "");
      into.url = `${url}${url.includes("?") ? "&" : "?"}${written}`;
      // As it stands in the URLs of the platform's requests.
      into.secrets.push(encodeURIComponent(`${credential}`.trim()).replaceAll("'", "%27"));
    },
  };
}

/** A key in a cookie. */
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

/** A secret in a header, after a prefix. */
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
      const { username, password } = (credential ?? {}) as Partial<BasicPair>; // checked on the next line
      if (typeof username !== "string" || typeof password !== "string") {
        throw new InvalidRequestError(`${option}: expected { username, password }`);
      }
      const token = toBase64(new TextEncoder().encode(`${username}:${password}`));
      // Where there is no password, the name is the key.
      into.secrets.push(password || username, token);
      into.headers["authorization"] = `Basic ${token}`;
    },
  };
}

/** A credential as the text that it must be, noted down as one that must not show. */
function requireSecret(option: string, credential: unknown, into: Signature): string {
  // Files that keys are read from end with a line break.
  const key = typeof credential === "string" && credential.trim();
  if (!key) {
    throw new InvalidRequestError(`${option}: expected a non-empty string`);
  }
  into.secrets.push(key);
  return key;
}
