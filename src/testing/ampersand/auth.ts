import { parseJson } from "../messages.js";
import { isRecord } from "./shape.js";

/** What a request may see: everything, or with a token one group and one consumer. */
export interface Access {
  readonly groupRef?: string;
  readonly consumerRef?: string;
}

/** Who asks: with what access, or the reason why not. */
export type Identity = { readonly access: Access } | { readonly refused: string };

const longestLife = 600;

/**
 * Judges the credentials of a request: the `X-Api-Key` header, or else a bearer token.
 *
 * A token must look like one that the vendor takes (RS256, `kid`, `sub`, `groupRef`, `consumerRef`, at most ten minutes from
 * `iat` to `exp`) and be within its time. Its signature is not checked: the emulator knows no public key.
 */
export function identify(
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
  if (typeof iat !== "number" || typeof exp !== "number" || exp - iat > longestLife) {
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

/** Whether an access reaches a connection of a group and a consumer. */
export function reaches(access: Access, groupRef?: string, consumerRef?: string): boolean {
  if (access.groupRef === undefined) return true;
  return access.groupRef === groupRef && access.consumerRef === consumerRef;
}
