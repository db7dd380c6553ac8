import type { Pointer } from "../document/pointer.js";

/**
 * The model of an API: what the emitters need to know, free of OpenAPI and free of TypeScript.
 *
 * Three questions that other generators answer while printing are settled here: *nullable* is a union with
 * null, *optional* belongs to the field, and *read/write* belongs to the field as well. Everything is in
 * document order, defaults of the specification (style, explode, required paths) are filled in, and every
 * value is immutable.
 */

export type { Pointer };

export interface Api {
  readonly info: Info;
  readonly servers: readonly Server[];
  /** Every scheme of `components.securitySchemes`, in document order. */
  readonly schemes: readonly SecurityScheme[];
  /** What operations need that name nothing of their own. */
  readonly security: Security;
  /** `x-speakeasy-retries` of the document. */
  readonly retries?: Retries;
  /** One per named schema, and one per inline object, union or enum that deserves a name. */
  readonly models: readonly Model[];
  readonly groups: readonly Group[];
  readonly operations: readonly Operation[];
  /** `x-speakeasy-globals`: parameters that are set once, on the client. */
  readonly globals: readonly Parameter[];
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly docs: Docs;
}

/** Words from the document for doc comments and pages. */
export interface Docs {
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  /** The reason where one is given (`x-speakeasy-deprecation-message`), else an empty string. */
  readonly deprecated?: string;
  readonly example?: unknown;
}

export interface Server {
  /** May hold `{variables}`. Trailing slashes removed; relative URLs are kept as they are, with a warning. */
  readonly url: string;
  /** `x-speakeasy-server-id`, where every server has one. */
  readonly id?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly values?: readonly string[];
  readonly description?: string;
}

export type SecurityScheme = { readonly key: string; readonly docs: Docs } & (
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
);

/** Alternatives; each names the schemes (by `key`) that are needed together. An empty list means public. */
export type Security = readonly (readonly string[])[];

/** A sub-client. `path` is `["connections", "metadata"]` for `sdk.connections.metadata`. */
export interface Group {
  readonly path: readonly string[];
  readonly docs: Docs;
}

/** Whether a type is sent or received. The two differ in read-only and write-only members. */
export type Side = "request" | "response";

/** A schema that becomes a type of its own, in a file of its own. */
export interface Model {
  readonly pointer: Pointer;
  /** What the document suggests (component name, `title`, `x-speakeasy-name-override`, owner and member); not yet an identifier. */
  readonly suggestedName: string;
  /** `components` for named schemas, `operations` for what was hoisted from one operation. */
  readonly home: "components" | "operations";
  /** The operation from which an `operations` model was hoisted. */
  readonly operation?: string;
  readonly type: Type;
  readonly docs: Docs;
  /** Where it is reached from: requests, responses or both. */
  readonly usedIn: Readonly<Record<Side, boolean>>;
  /** True when some reachable field is read-only or write-only, so that request and response differ in shape. */
  readonly splits: boolean;
  /** True when the model can contain itself; every emitter that builds eagerly must be lazy here. */
  readonly recursive: boolean;
}

export type Scalar = string | number | boolean | null;

export type Type =
  | { readonly kind: "string"; readonly format?: string; readonly limits?: Limits }
  /** A `bigint` whose format is `string` travels as a JSON string, any other as a JSON number. */
  | {
      readonly kind: "number" | "integer" | "bigint";
      readonly format?: string;
      readonly limits?: Limits;
    }
  | { readonly kind: "boolean" | "null" | "unknown" | "never" }
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "enum"; readonly values: readonly EnumValue[]; readonly open: boolean }
  /** `binary`: raw octets (a body or a multipart file). `byte`: base64 inside JSON. */
  | { readonly kind: "bytes"; readonly encoding: "binary" | "byte" }
  | { readonly kind: "date" | "date-time" }
  | { readonly kind: "array"; readonly items: Type; readonly limits?: Limits }
  | { readonly kind: "tuple"; readonly items: readonly Type[]; readonly rest?: Type }
  | {
      readonly kind: "object";
      readonly fields: readonly Field[];
      /** The schema of members that are not named; `undefined` where the document says nothing, `false` where it forbids them. */
      readonly extra: Type | false | undefined;
      readonly patterns: readonly { readonly pattern: string; readonly type: Type }[];
    }
  | {
      readonly kind: "union";
      readonly variants: readonly Variant[];
      readonly discriminator?: { readonly wire: string };
      /** True when a value that fits no variant is kept (`x-speakeasy-unknown-values`, or by default with a discriminator). */
      readonly open: boolean;
    }
  /** Only what merging could not settle. */
  | { readonly kind: "intersection"; readonly parts: readonly Type[] }
  | { readonly kind: "ref"; readonly to: Pointer };

export interface EnumValue {
  readonly value: string | number;
  /** From `x-speakeasy-enums` or `x-enum-varnames`; not yet an identifier. */
  readonly suggestedName?: string;
  readonly description?: string;
}

export interface Variant {
  readonly type: Type;
  /** The values of the discriminator that choose this variant. */
  readonly tags: readonly string[];
}

/** Bounds from the document. They are shown in docs and not enforced: the server is the judge of its own limits. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
  readonly multipleOf?: number;
  readonly pattern?: string;
  readonly unique?: boolean;
}

export interface Field {
  /** The name in JSON. */
  readonly wire: string;
  /** `x-speakeasy-name-override`. */
  readonly suggestedName?: string;
  readonly type: Type;
  readonly required: boolean;
  readonly access: "both" | "read" | "write";
  readonly default?: unknown;
  readonly docs: Docs;
}

export interface Operation {
  /** `operationId`, or one made from method and path, with a warning. */
  readonly id: string;
  readonly pointer: Pointer;
  /** The sub-client: `x-speakeasy-group` split at dots, else the first tag, else empty for the root. */
  readonly group: readonly string[];
  /** `x-speakeasy-name-override`, else the id. With the group it names the function: `connectionsList`. */
  readonly suggestedName: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** As in the document: `/a/{b}:suffix`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly answers: readonly Answer[];
  readonly security: Security;
  /** Only where the operation or its path has servers of its own. */
  readonly servers?: readonly Server[];
  /** Only where the operation has a policy of its own. */
  readonly retries?: Retries;
  readonly pages?: Pages;
  /** `x-positional-arguments`: wire names of the parameters, or of members of a body without parameters, that methods take one by one. */
  readonly positional?: readonly string[];
  /** The id of the operation that stands in for this one, which is deprecated: `x-speakeasy-deprecation-replacement`. */
  readonly replacement?: string;
  readonly docs: Docs;
}

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject";

export interface Parameter {
  readonly wire: string;
  readonly suggestedName?: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Set where the parameter has `content` instead of `schema`; the value is then serialised as that media type. */
  readonly media?: string;
  readonly type: Type;
  readonly default?: unknown;
  /** `x-not-idempotent-when`: the values with which a call is not idempotent, so that it is not retried. */
  readonly notIdempotentWhen?: readonly Scalar[];
  readonly docs: Docs;
}

export interface Body {
  /** `x-speakeasy-name-override` of the request body: the member of the request. */
  readonly suggestedName?: string;
  readonly required: boolean;
  /** The media type that is sent. The first of JSON, form, multipart, text and anything else that the document offers. */
  readonly media: string;
  readonly encoding: "json" | "form" | "multipart" | "text" | "bytes";
  readonly type: Type;
  /** `x-body-member`: the wire name of the one member that the body consists of. `type` is that member's type. */
  readonly member?: string;
  /** `encoding` of multipart and form members. */
  readonly parts: readonly {
    readonly wire: string;
    readonly contentType?: string;
    readonly style?: ParameterStyle;
    readonly explode?: boolean;
  }[];
  readonly docs: Docs;
}

export interface Answer {
  /** `x-speakeasy-name-override` of the response: the name of its error class. */
  readonly suggestedName?: string;
  readonly status: number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";
  /** The media type, or `undefined` for an answer without a body. */
  readonly media: string | undefined;
  readonly encoding: "json" | "text" | "bytes" | "empty" | "events" | "unsupported";
  readonly type?: Type;
  readonly headers: readonly Field[];
  /** True for 4xx, 5xx, and for 3xx and `default` beside success answers; `x-speakeasy-errors` may say otherwise. */
  readonly failure: boolean;
  readonly docs: Docs;
}

/** `x-speakeasy-retries`. Times in milliseconds. */
export interface Retries {
  readonly strategy: "backoff" | "none";
  readonly backoff?: {
    readonly initialInterval?: number;
    readonly maxInterval?: number;
    readonly maxElapsedTime?: number;
    readonly exponent?: number;
  };
  readonly statusCodes?: readonly string[];
  readonly retryConnectionErrors?: boolean;
}

/** `x-speakeasy-pagination`. */
export interface Pages {
  readonly type: "offsetLimit" | "cursor" | "url";
  readonly inputs: readonly {
    readonly name: string;
    readonly in: "parameters" | "requestBody";
    readonly type: "page" | "offset" | "limit" | "cursor";
  }[];
  readonly outputs: {
    readonly results?: string;
    readonly numPages?: string;
    readonly nextCursor?: string;
    readonly nextUrl?: string;
  };
}
