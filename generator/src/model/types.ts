import type { Pointer } from "../document/pointer.js";

/**
 * The model of an API: what the emitters need to know, without OpenAPI and without TypeScript.
 *
 * It decides three things that other generators decide while printing: *nullable* is a union
 * with null, and *optional* and *read/write* belong to the field. Everything is in document order
 * and immutable, and has the defaults of the specification (style, explode, required paths).
 */

export type { Pointer };

/** An API: everything that the output is made of. */
export interface Api {
  readonly info: Info;
  readonly servers: readonly Server[];
  /** Every scheme of `components.securitySchemes`, in document order. */
  readonly schemes: readonly SecurityScheme[];
  /** The default requirements of operations. */
  readonly security: Security;
  /** `x-speakeasy-retries` of the document. */
  readonly retries?: Retries;
  /**
   * A model for each named schema, and for each inline object, union or enum that deserves a name.
   */
  readonly models: readonly Model[];
  readonly groups: readonly Group[];
  readonly operations: readonly Operation[];
  /** `x-speakeasy-globals`: parameters that are set on the client. */
  readonly globals: readonly Parameter[];
  /** What the API sends to its users. */
  readonly webhooks?: Webhooks;
}

/** The webhooks of an API. */
export interface Webhooks {
  /** The union of all events. */
  readonly event: Type;
  readonly security: WebhookSecurity;
}

/** How webhooks are signed. `unknown`: in a way that the SDK cannot validate. */
export type WebhookSecurity =
  | { readonly kind: "standard" | "unknown" }
  | {
      readonly kind: "header";
      readonly name: string;
      readonly encoding: "base64" | "base64url" | "hex";
    };

/** Title and version of the API. */
export interface Info {
  readonly title: string;
  readonly version: string;
  readonly docs: Docs;
}

/** Prose of the document for doc comments and pages. */
export interface Docs {
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  /** The reason (`x-speakeasy-deprecation-message`), or an empty string. */
  readonly deprecated?: string;
  readonly example?: unknown;
}

/** A server of the API, a path or an operation. */
export interface Server {
  /** May contain `{variables}`. Has no trailing slash. A relative URL is kept, with a warning. */
  readonly url: string;
  /** `x-speakeasy-server-id`, if every server has one. */
  readonly id?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

/** A variable in the URL of a server. */
export interface ServerVariable {
  readonly name: string;
  /** Absent if the document does not declare the variable. */
  readonly default?: string;
  readonly values?: readonly string[];
  readonly description?: string;
}

/** A supported way to authenticate. */
export type SecurityScheme = { readonly key: string; readonly docs: Docs } & (
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly kind: "bearer" }
  | { readonly kind: "basic" }
  /** Any other HTTP scheme: `Authorization: <scheme> <credential>`. */
  | { readonly kind: "http"; readonly scheme: string }
  /** A bearer token that the client can get by itself. */
  | { readonly kind: "oauth2"; readonly flows: OAuthFlows }
);

/** How a client gets access tokens. URLs may be relative to the server's. */
export interface OAuthFlows {
  /** The token endpoint of the client credentials grant (RFC 6749 section 4.4). */
  readonly clientCredentials?: string;
  /** The token endpoint of the password grant (RFC 6749 section 4.3). */
  readonly password?: string;
  /** The endpoint that exchanges refresh tokens (RFC 6749 section 6). */
  readonly refreshToken?: string;
  /** True if a client secret is sent by HTTP basic authentication instead of in the body. */
  readonly basic: boolean;
  /** Further parameters of the token request. */
  readonly parameters: readonly TokenParameter[];
}

/** A parameter that a token endpoint takes beside those of OAuth, such as `audience`. */
export interface TokenParameter {
  readonly name: string;
  readonly docs: Docs;
  readonly default?: string;
}

/** A scheme that is needed, with the scopes of its token. */
export interface SchemeUse {
  readonly key: string;
  /** Set if the client gets the token. */
  readonly scopes?: readonly string[];
}

/** Alternatives. Each lists the schemes that are needed together. An empty list means public. */
export type Security = readonly (readonly SchemeUse[])[];

/** A sub-client. `path` is `["connections", "metadata"]` for `sdk.connections.metadata`. */
export interface Group {
  readonly path: readonly string[];
  readonly docs: Docs;
}

/** Whether a type is sent or received. Read-only and write-only members differ. */
export type Side = "request" | "response";

/** A schema with its own type and file. */
export interface Model {
  readonly pointer: Pointer;
  /**
   * The name that the document suggests (component name, `title`, `x-speakeasy-name-override`, or
   * owner and member). Not yet an identifier.
   */
  readonly suggestedName: string;
  /** `components` for named schemas, `operations` for what was hoisted from one operation. */
  readonly home: "components" | "operations";
  readonly type: Type;
  readonly docs: Docs;
  /** Whether requests or responses refer to the model. */
  readonly usedIn: Readonly<Record<Side, boolean>>;
  /** True if some field inside is read-only or write-only, so that request and response differ. */
  readonly splits: boolean;
  /** True if the model can contain itself. Emitters must print it lazily. */
  readonly recursive: boolean;
}

/** A JSON value without members or items. */
export type Scalar = string | number | boolean | null;

/** The type of a value. */
export type Type =
  | { readonly kind: "string"; readonly format?: string; readonly limits?: Limits }
  /** A `bigint` of the format `string` is a JSON string, any other a JSON number. */
  | {
      readonly kind: "number" | "integer" | "bigint";
      readonly format?: string;
      readonly limits?: Limits;
    }
  | { readonly kind: "boolean" | "null" | "unknown" | "never" }
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "enum"; readonly values: readonly EnumValue[]; readonly open: boolean }
  /**
   * `binary`: raw bytes (a body or a multipart file). `byte`: base64 in JSON. `base64url`: the same
   * in the alphabet of URLs.
   */
  | { readonly kind: "bytes"; readonly encoding: "binary" | "byte" | "base64url" }
  | { readonly kind: "date" | "date-time" }
  | { readonly kind: "array"; readonly items: Type; readonly limits?: Limits }
  | {
      readonly kind: "tuple";
      readonly items: readonly Type[];
      /** How many of the last items may be absent. Defaults to 0. */
      readonly optional?: number;
      readonly rest?: Type;
    }
  | {
      readonly kind: "object";
      readonly fields: readonly Field[];
      /**
       * The type of unnamed members; `undefined` if the document says nothing, `false` if it
       * forbids them.
       */
      readonly extra: Type | false | undefined;
      readonly patterns: readonly { readonly pattern: string; readonly type: Type }[];
      /**
       * The named object that this one extends: `fields` and `extra` include everything of its,
       * unchanged, and more.
       */
      readonly base?: Pointer;
    }
  | {
      readonly kind: "union";
      readonly variants: readonly Variant[];
      /** `optional`: a value may lack it, and then fits no variant. */
      readonly discriminator?: { readonly wire: string; readonly optional?: boolean };
      /**
       * True if values that fit no variant are kept (`x-speakeasy-unknown-values`, or by default
       * with a discriminator).
       */
      readonly open: boolean;
      /** The members that every value has. One that fits no variant has only these for sure. */
      readonly fallback?: Type;
    }
  /** Parts that could not be merged. */
  | { readonly kind: "intersection"; readonly parts: readonly Type[] }
  | { readonly kind: "ref"; readonly to: Pointer };

/** A value of an enum. */
export interface EnumValue {
  readonly value: string | number;
  /** From `x-speakeasy-enums` or `x-enum-varnames`. Not yet an identifier. */
  readonly suggestedName?: string;
  readonly description?: string;
}

/** A variant of a union. */
export interface Variant {
  readonly type: Type;
  /** The values of the discriminator that select this variant. */
  readonly discriminatorValues: readonly string[];
}

/**
 * Bounds from the document. Shown in the docs but not enforced: the server is the judge of its
 * limits.
 */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
  readonly multipleOf?: number;
  readonly pattern?: string;
  readonly unique?: boolean;
}

/** How a value is named in XML. Only in documents that have bodies in XML. */
export interface XMLNames {
  readonly name?: string;
  readonly prefix?: string;
  readonly namespace?: string;
  /** Where it is, if not in an element. */
  readonly in?: "attribute" | "text";
  /** True for a list in an element of its own. */
  readonly wrapped?: boolean;
  /** The names of the items of a list. */
  readonly items?: XMLNames;
}

/** A named member of an object, or a response header. */
export interface Field {
  /** The name in JSON. */
  readonly wire: string;
  /** `x-speakeasy-name-override`. */
  readonly suggestedName?: string;
  readonly type: Type;
  readonly required: boolean;
  readonly access: "both" | "read" | "write";
  readonly default?: unknown;
  /** True if a request may leave it out although it is required: the default is sent. */
  readonly sendsDefault?: boolean;
  readonly xml?: XMLNames;
  readonly docs: Docs;
}

/** An operation: a request and its responses. */
export interface Operation {
  /** `operationId`, or an id made of method and path, with a warning. */
  readonly id: string;
  readonly pointer: Pointer;
  /** `x-speakeasy-group` split at dots, or else the first tag, or else empty for the root. */
  readonly group: readonly string[];
  /**
   * `x-speakeasy-name-override`, or else the id. With the group it names the function:
   * `connectionsList`.
   */
  readonly suggestedName: string;
  /** As it is sent: `GET`, `QUERY`, or another method that the document names. */
  readonly method: string;
  /** As in the document: `/a/{b}:suffix`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly responses: readonly OperationResponse[];
  /** The media types that a call can choose from, if there are several. */
  readonly accept?: AcceptChoice;
  readonly security: Security;
  /** The OAuth 2.0 scopes that the operation requires. Absent if it requires none. */
  readonly scopes?: readonly string[];
  /** Set if the operation or its path has its own servers. */
  readonly servers?: readonly Server[];
  /** Set if the operation has its own policy. */
  readonly retries?: Retries;
  readonly pagination?: Pagination;
  /**
   * The header of idempotency keys that `gen.yaml` names. `isDeclared`: it is a parameter of the
   * operation, which makes the keys.
   */
  readonly idempotencyKey?: { readonly header: string; readonly isDeclared: boolean };
  /** Set if it is not what the method says (`x-idempotent`, `typescript.idempotent`). */
  readonly idempotent?: boolean;
  /**
   * `x-positional-arguments`: wire names of the parameters, or of the members of a body without
   * parameters, that are positional arguments.
   */
  readonly positional?: readonly string[];
  /**
   * The id of the operation that replaces this deprecated one:
   * `x-speakeasy-deprecation-replacement`.
   */
  readonly replacement?: string;
  readonly docs: Docs;
}

/** How a value is serialized in a parameter or a form. */
export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "tabDelimited"
  | "deepObject"
  | "cookie";

/** A parameter of an operation, or a global one. */
export interface Parameter {
  readonly wire: string;
  readonly suggestedName?: string;
  /** `querystring`: the whole query string, serialized as {@link media}. */
  readonly in: "path" | "query" | "querystring" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /**
   * Set if the parameter has `content` instead of `schema`. The value is serialized as this media
   * type.
   */
  readonly media?: string;
  readonly type: Type;
  readonly default?: unknown;
  /** True if a request may leave it out although it is required: the default is sent. */
  readonly sendsDefault?: boolean;
  /** True for an idempotency key, which the SDK makes if the request has none. */
  readonly isIdempotencyKey?: boolean;
  /**
   * `x-not-idempotent-when`: the values with which a call is not idempotent, so that it is not
   * retried.
   */
  readonly notIdempotentWhen?: readonly Scalar[];
  readonly docs: Docs;
}

/** The media types that a call can ask for. */
export interface AcceptChoice {
  readonly media: readonly string[];
  /** True if any other media type can be asked for too. */
  readonly open: boolean;
  /** The one to ask for by default. Without it, all of them. */
  readonly default?: string;
}

/** The request body of an operation. */
export interface Body extends BodyContent {
  /** `x-speakeasy-name-override` of the request body: the member of the request. */
  readonly suggestedName?: string;
  readonly required: boolean;
  /**
   * `x-body-member`: the wire name of the only member of the body. `type` is the type of that
   * member.
   */
  readonly member?: string;
  /**
   * The other media types that can be sent. The body itself is the first of JSON, form, multipart,
   * text and others that the document offers.
   */
  readonly others?: readonly BodyContent[];
  readonly docs: Docs;
}

/** A request body in one media type. */
export interface BodyContent {
  /** For bytes also a range such as `image/*`: then the type of the file is sent. */
  readonly media: string;
  readonly encoding: "json" | "form" | "multipart" | "xml" | "text" | "bytes";
  readonly type: Type;
  /** The names of an XML body. */
  readonly xml?: XMLNames;
  /** `encoding` of the members of multipart and form bodies. */
  readonly parts: readonly {
    readonly wire: string;
    readonly contentType?: string;
    readonly style?: ParameterStyle;
    readonly explode?: boolean;
    /** True for a file whose content type is JSON, so that a string is not quoted. */
    readonly file?: boolean;
  }[];
  /** True if the type has a file where only JSON can be, so that it must be rejected. */
  readonly rejectsFiles?: boolean;
}

/** A response of an operation, in one media type. */
export interface OperationResponse {
  /** `x-speakeasy-name-override` of this response alone: the name of its error class. */
  readonly suggestedName?: string;
  /** The component that the response refers to, which several operations can share. */
  readonly component?: ResponseComponent;
  readonly status: number | "1XX" | "2XX" | "3XX" | "4XX" | "5XX" | "default";
  /** `undefined` for a response without a body. */
  readonly media: string | undefined;
  readonly encoding:
    | "json"
    | "xml"
    | "text"
    | "bytes"
    | "empty"
    | "events"
    | "lines"
    | "unsupported";
  /** The type of the body, or of an item of a stream. */
  readonly type?: Type;
  /** How the events of a stream are read. */
  readonly events?: EventStreamReading;
  /** The names of an XML body. */
  readonly xml?: XMLNames;
  /**
   * `itemSchema`: the type of the items of a sequence that the SDK returns as a whole, in text.
   */
  readonly items?: Type;
  readonly headers: readonly Field[];
  /**
   * True if other media types of the same status have other types, so that the value must say which
   * it is.
   */
  readonly isChoice?: boolean;
  /**
   * True for 4xx and 5xx, and for 3xx and `default` next to success responses, unless
   * `x-speakeasy-errors` says otherwise.
   */
  readonly isError: boolean;
  readonly docs: Docs;
}

/** How the events of a stream are read. */
export interface EventStreamReading {
  /** What the data is: a string, or either JSON or a string. JSON without it. */
  readonly data?: "text" | "either";
  /** True if an item is the data alone. */
  readonly flat?: boolean;
  /** `x-speakeasy-sse-sentinel`: the data that says that the stream is over. */
  readonly sentinel?: string;
  /** True if events of the type `error` are declared. */
  readonly declaresError?: boolean;
}

/** A response of `components.responses`. */
export interface ResponseComponent {
  readonly pointer: Pointer;
  /** `x-speakeasy-name-override` of the component, or else its key. */
  readonly suggestedName: string;
}

/** `x-speakeasy-retries`. Times are in milliseconds. */
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
export interface Pagination {
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
