import { isRecord, parseJson } from "../messages.js";

/** What a request has access to: everything, or with a token one group and one consumer. */
export interface Access {
  /** The only group. Absent with an API key. */
  readonly groupRef?: string;
  /** The only consumer. Absent with an API key. */
  readonly consumerRef?: string;
}

/** The access of a request, or the reason why it is refused. */
export type Identity = { readonly access: Access } | { readonly refused: string };

/** The longest lifetime of a token, in seconds. */
const MAX_LIFETIME = 600;

/**
 * Authenticates a request by its `X-Api-Key` header, or else by its bearer token.
 *
 * A token must have the form that the vendor requires (RS256, `kid`, `sub`, `groupRef`,
 * `consumerRef`, at most ten minutes from `iat` to `exp`) and must not have expired. Its signature
 * is not checked, because the emulator has no public key.
 */
export function authenticate(
  headers: Headers,
  apiKeys: readonly string[] | undefined,
  now: Date,
): Identity {
  const key = headers.get("x-api-key");
  if (key !== null) {
    return acceptsKey(key, apiKeys) ? { access: {} } : { refused: "The API key is not valid." };
  }
  const [scheme, token] = (headers.get("authorization") ?? "").split(" ", 2);
  if (scheme?.toLowerCase() === "bearer" && token) return readToken(token, now);
  return { refused: "The request has neither an API key nor a token." };
}

function acceptsKey(key: string, apiKeys: readonly string[] | undefined): boolean {
  return apiKeys ? apiKeys.includes(key) : key !== "" && !key.startsWith("invalid");
}

function readToken(token: string, now: Date): Identity {
  const [header, claims, signature] = token.split(".");
  const head = decodePart(header);
  const body = decodePart(claims);
  if (!head || !body || !signature) return { refused: "The token is not a JSON Web Token." };
  if (head["alg"] !== "RS256" || typeof head["kid"] !== "string") {
    return { refused: "The token must be signed with RS256 and name its key as `kid`." };
  }
  const { sub, groupRef, consumerRef, iat, exp } = body;
  if (![sub, groupRef, consumerRef].every((claim) => typeof claim === "string")) {
    return { refused: "The token needs the claims sub, groupRef and consumerRef." };
  }
  if (typeof iat !== "number" || typeof exp !== "number" || exp - iat > MAX_LIFETIME) {
    return { refused: "The token needs iat and exp, at most 600 seconds apart." };
  }
  if (exp * 1000 <= now.getTime()) return { refused: "The token has expired." };
  return { access: { groupRef: String(groupRef), consumerRef: String(consumerRef) } };
}

function decodePart(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const base64 = (part ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    const value = parseJson(new TextDecoder().decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a connection of a group and a consumer is accessible. */
export function hasAccess(access: Access, groupRef?: string, consumerRef?: string): boolean {
  if (access.groupRef === undefined) return true;
  return access.groupRef === groupRef && access.consumerRef === consumerRef;
}
