/**
 * A schema: validates a value and converts it from wire form to SDK form (decode) or back (encode).
 *
 * The type is opaque on purpose. Every schema has the shape of a zod 4 type, without using any code
 * of zod. You can use it in schemas of your own copy of zod
 * (`z.object({ connection: Connection })`, `z.array(Connection)`) and pass it to anything that
 * accepts a Standard Schema.
 *
 * @see https://zod.dev/library-authors
 * @see https://standardschema.dev
 */
export interface Schema<out T> {
  /** @internal Read by zod. Members of type `never` are private to zod and vary by version. */
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

/**
 * The return type of builders: fits every schema, because the annotation on the constant states the
 * type. Inferring the types of all members would be most of the compiler's work on a large SDK.
 * `typed.ts` has the same builders with checked types, for schemas that are written by hand.
 */
export type Unchecked = Schema<never>;

/** The Standard Schema interface, version 1. */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<T> | Promise<StandardResult<T>>;
  readonly types?: { readonly input: unknown; readonly output: T } | undefined;
}

/** The result of a Standard Schema's `validate`. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** One reason why a value is invalid. The value itself is left out, because it may be a secret. */
export interface Issue {
  /** The code of the issue, as in zod: `invalid_type`, ... */
  readonly code: string;
  /** The path to the invalid member, from the validated value: `["requestBody", "groupRef"]`. */
  readonly path: readonly (string | number)[];
  /** What was expected, and the type of what was received: `expected string, received number`. */
  readonly message: string;
}
