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
} from "../../lib/schema/index.js";
import { encode } from "../../lib/schema/base.js";
import type { Credentials } from "./credentials.js";

/** What tells credentials apart. */
export type CredentialsType = Credentials["type"];

/** Credentials of some types. */
export type CredentialsOf<T extends CredentialsType> = Extract<Credentials, { type: T }>;

/** A function, so that bundles in which nobody gives credentials hold no schema of them. */
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
 * The credentials of a layer 1 request, `undefined` where it has none.
 *
 * @param types - Those that the platform can take.
 * @throws SDKValidationError that names the member, where they are of another type or do not fit their own.
 */
export function checkCredentials<T extends CredentialsType>(
  request: { readonly credentials?: Credentials | undefined },
  types: readonly T[],
): CredentialsOf<T> | undefined {
  const { credentials } = request;
  if (credentials === undefined) return undefined;
  const known = schemas();
  const some = tagged(
    "type",
    "type",
    () => Object.fromEntries(types.map((type) => [type, known[type]])),
    false,
  );
  const checked = encode(
    object(() => ({ credentials: some })),
    { credentials },
  );
  if (!checked.ok) throw new SDKValidationError(checked.issues, request);
  return credentials as CredentialsOf<T>; // has just been checked
}
