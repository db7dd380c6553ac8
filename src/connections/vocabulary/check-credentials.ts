import { SDKValidationError } from "../../lib/index.js";
import {
  type Schema,
  array,
  dateTime,
  object,
  optional,
  record,
  string,
  tagged,
  unknown,
} from "../../lib/typed.js";
import { encode } from "../../lib/schema/base.js";
import { openJSON } from "../../lib/schema/open.js";
import type { Credentials } from "./credentials.js";

/** The type of credentials, for example `apiKey`. */
export type CredentialsType = Credentials["type"];

/** The credentials of a type, or of several types. */
export type CredentialsOf<T extends CredentialsType> = Extract<Credentials, { type: T }>;

/** A function, so that bundles that take no credentials contain no schema of them. */
const schemas = (): { readonly [T in CredentialsType]: Schema<Omit<CredentialsOf<T>, "type">> } => {
  const user = { username: string, password: string };
  const client = { clientId: string, clientSecret: string, scopes: optional(array(string)) };
  return {
    apiKey: object(() => ({ apiKey: string })),
    basic: object(() => user),
    oauth2: object(() => ({
      accessToken: optional(string),
      refreshToken: optional(string),
      expiresAt: optional(dateTime),
      scopes: optional(array(string)),
    })),
    clientCredentials: object(() => client),
    password: object(() => ({ ...user, ...client })),
    custom: object(() => ({ values: record(unknown) })),
  };
};

/**
 * Checks the credentials of a request, and returns them. Call it in the `call` of `mapResult`.
 *
 * @param request - The request of the verb.
 * @param types - The types that the platform accepts.
 * @returns The credentials, or `undefined` if the request has none.
 * @throws SDKValidationError if they have another type, or a member of them is invalid.
 * @example
 * const credentials = checkCredentials(request, ["apiKey", "basic"]);
 */
export function checkCredentials<T extends CredentialsType>(
  request: { readonly credentials?: Credentials | undefined },
  types: readonly T[],
): CredentialsOf<T> | undefined {
  const { credentials } = request;
  if (credentials === undefined) return undefined;
  const all = schemas();
  const accepted = tagged(
    "type",
    "type",
    () => Object.fromEntries(types.map((type) => [type, all[type]])),
    false,
  );
  const checked = encode(
    object(() => ({ credentials: accepted })),
    { credentials },
    openJSON,
  );
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  // Values of any type have been converted to JSON, and are not read a second time.
  const read = checked.value as { credentials: Credentials };
  return (credentials.type === "custom" ? read.credentials : credentials) as CredentialsOf<T>;
}
