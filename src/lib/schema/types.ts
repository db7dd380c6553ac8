/**
 * A schema: checks a value and turns it from wire form to SDK form (decode) or back (encode).
 *
 * The type is opaque on purpose. What is behind it is a zod 4 type by its form, without any code of zod's, so a schema
 * can be put into a schema of your own copy of zod (`z.object({ connection: Connection })`, `z.array(Connection)`)
 * or given to anything that takes a Standard Schema.
 *
 * @see https://zod.dev/library-authors
 * @see https://standardschema.dev
 */
export interface Schema<out T> {
  /** @internal Read by zod. Members that are `never` here are zod's own business and change with its version. */
  readonly _zod: {
    readonly output: T;
    readonly input: unknown;
    readonly optin?: "optional" | undefined;
    readonly optout?: "optional" | undefined;
    readonly version: never;
    readonly def: never;
    readonly deferred: never;
    readonly run: never;
    readonly parse: never;
    readonly traits: never;
    readonly pattern: never;
    readonly values?: undefined;
    readonly propValues?: undefined;
    readonly constr: never;
    readonly bag: never;
    readonly isst: never;
  };
  readonly "~standard": StandardProps<T>;
}

/** The Standard Schema interface, version 1. */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<T> | Promise<StandardResult<T>>;
  readonly types?: { readonly input: unknown; readonly output: T } | undefined;
}

/** What a Standard Schema's `validate` answers. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** One reason why a value does not fit. The value itself is left out: it may be a secret. */
export interface Issue {
  /** zod's code, such as `invalid_type`. */
  readonly code: string;
  /** Where, from the value that was checked: `["requestBody", "groupRef"]`. */
  readonly path: readonly (string | number)[];
  /** What was expected and what kind of thing was found. */
  readonly message: string;
}
