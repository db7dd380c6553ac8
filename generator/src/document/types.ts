/**
 * The parts of an OpenAPI 3.2 document that we read, after bundling and upgrading: one file, with
 * internal `$ref`s only. `check` verifies a document against these types before any other stage
 * reads it.
 *
 * @see https://spec.openapis.org/oas/v3.2.0
 */

/** Extensions. */
export interface Extensible {
  readonly [extension: `x-${string}`]: unknown;
}

/**
 * The whole document, as the load stage returns it. Immutable. Path items have no `$ref` anymore.
 */
export interface Document extends Extensible {
  readonly openapi: string;
  readonly $self?: string;
  readonly info: InfoObject;
  readonly servers?: readonly ServerObject[];
  readonly paths: Readonly<Record<string, PathItemObject>>;
  readonly webhooks?: Readonly<Record<string, PathItemObject>>;
  readonly components?: ComponentsObject;
  readonly security?: readonly SecurityRequirementObject[];
  readonly tags?: readonly TagObject[];
  readonly externalDocs?: ExternalDocsObject;
  readonly "x-speakeasy-globals"?: {
    readonly parameters?: readonly (ParameterObject | ReferenceObject)[];
  };
  readonly "x-speakeasy-retries"?: unknown;
  readonly "x-speakeasy-webhooks"?: unknown;
}

/** A `$ref` in place of an object. */
export interface ReferenceObject {
  readonly $ref: string;
  readonly summary?: string;
  readonly description?: string;
}

/** Title and version of the API. */
export interface InfoObject extends Extensible {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string };
}

/** A server, with variables in its URL. */
export interface ServerObject extends Extensible {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, ServerVariableObject>>;
  readonly "x-speakeasy-server-id"?: string;
}

/** A variable in the URL of a server. */
export interface ServerVariableObject extends Extensible {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** A tag of operations. */
export interface TagObject extends Extensible {
  readonly name: string;
  readonly summary?: string;
  /** The name of the tag above it. */
  readonly parent?: string;
  /** What the tag is for. Only `nav` groups operations. */
  readonly kind?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocsObject;
}

/** A link to documentation elsewhere. */
export interface ExternalDocsObject extends Extensible {
  readonly url: string;
  readonly description?: string;
}

/** Objects that `$ref`s point to. */
export interface ComponentsObject extends Extensible {
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly responses?: Readonly<Record<string, ResponseObject | ReferenceObject>>;
  readonly parameters?: Readonly<Record<string, ParameterObject | ReferenceObject>>;
  readonly examples?: Readonly<Record<string, ExampleObject | ReferenceObject>>;
  readonly requestBodies?: Readonly<Record<string, RequestBodyObject | ReferenceObject>>;
  readonly headers?: Readonly<Record<string, HeaderObject | ReferenceObject>>;
  readonly securitySchemes?: Readonly<Record<string, SecuritySchemeObject | ReferenceObject>>;
  readonly links?: Readonly<Record<string, LinkObject | ReferenceObject>>;
  readonly callbacks?: Readonly<Record<string, CallbackObject | ReferenceObject>>;
  readonly pathItems?: Readonly<Record<string, PathItemObject>>;
  readonly mediaTypes?: Readonly<Record<string, MediaTypeObject | ReferenceObject>>;
}

/** The members of a path item that are operations, in the order of the specification. */
export const METHODS = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
] as const;

/** A member of {@link METHODS}. */
export type MethodName = (typeof METHODS)[number];

/** The operations of a path, and what they share. */
export type PathItemObject = Extensible & {
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly ServerObject[];
  readonly parameters?: readonly (ParameterObject | ReferenceObject)[];
  /** Operations with other methods, by the method as it is sent. */
  readonly additionalOperations?: Readonly<Record<string, OperationObject>>;
} & { readonly [method in MethodName]?: OperationObject };

/** A request to a path with a method, and its responses. */
export interface OperationObject extends Extensible {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocsObject;
  readonly parameters?: readonly (ParameterObject | ReferenceObject)[];
  readonly requestBody?: RequestBodyObject | ReferenceObject;
  /** Keys are status codes, `1XX` to `5XX`, and `default`. */
  readonly responses?: Readonly<Record<string, ResponseObject | ReferenceObject>>;
  readonly callbacks?: Readonly<Record<string, CallbackObject | ReferenceObject>>;
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirementObject[];
  readonly servers?: readonly ServerObject[];
  readonly "x-speakeasy-group"?: unknown;
  readonly "x-speakeasy-name-override"?: unknown;
  readonly "x-speakeasy-ignore"?: unknown;
  readonly "x-speakeasy-pagination"?: unknown;
  readonly "x-speakeasy-retries"?: unknown;
  readonly "x-speakeasy-deprecation-message"?: unknown;
  /** Ours: wire names of the members of the request that are positional arguments of the method. */
  readonly "x-positional-arguments"?: unknown;
}

/** How a value is serialized in a parameter or a form. */
export type StyleName =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  /** Ours: `collectionFormat: tsv` of Swagger 2.0. */
  | "tabDelimited"
  | "deepObject"
  | "cookie";

/** The common members of parameters and headers. */
export interface ValueObject extends Extensible {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly style?: StyleName;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, ExampleObject | ReferenceObject>>;
  /** Has exactly one entry, instead of `schema`. */
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

/** A parameter in the path, the query, a header or a cookie. */
export interface ParameterObject extends ValueObject {
  readonly name: string;
  /** `querystring`: the whole query string, which `content` describes. */
  readonly in: "path" | "query" | "querystring" | "header" | "cookie";
}

/** A response header. */
export interface HeaderObject extends ValueObject {}

/** A request body in one or more media types. */
export interface RequestBodyObject extends Extensible {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
  readonly "x-body-member"?: unknown;
}

/** The schema and the examples of a media type. */
export interface MediaTypeObject extends Extensible {
  readonly schema?: Schema;
  /** The items of a media type that is a sequence, such as `application/jsonl`. */
  readonly itemSchema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, ExampleObject | ReferenceObject>>;
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
}

/** How a member of a form is serialized. */
export interface EncodingObject extends Extensible {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, HeaderObject | ReferenceObject>>;
  readonly style?: StyleName;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** A response in one or more media types. */
export interface ResponseObject extends Extensible {
  readonly summary?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, HeaderObject | ReferenceObject>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  readonly links?: Readonly<Record<string, LinkObject | ReferenceObject>>;
}

/** A named example. */
export interface ExampleObject extends Extensible {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: unknown;
  /** The value as it is in code. */
  readonly dataValue?: unknown;
  /** The value as it is sent. */
  readonly serializedValue?: string;
  readonly externalValue?: string;
}

/** A link from a response to another operation. */
export interface LinkObject extends Extensible {
  readonly operationRef?: string;
  readonly operationId?: string;
  readonly description?: string;
}

/** Keys are runtime expressions. */
export type CallbackObject = Readonly<Record<string, PathItemObject>>;

/**
 * Scheme names with their scopes. All schemes of one object are needed together. `{}` means that
 * none is needed.
 */
export type SecurityRequirementObject = Readonly<Record<string, readonly string[]>>;

/** A way to authenticate. */
export interface SecuritySchemeObject extends Extensible {
  readonly type: "apiKey" | "http" | "mutualTLS" | "oauth2" | "openIdConnect";
  readonly description?: string;
  /** `apiKey`: the name of the header, query parameter or cookie. */
  readonly name?: string;
  /** `apiKey`. */
  readonly in?: "header" | "query" | "cookie";
  /** `http`: an authentication scheme of RFC 9110, in any case. */
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly flows?: unknown;
  readonly openIdConnectUrl?: string;
  readonly oauth2MetadataUrl?: string;
  readonly deprecated?: boolean;
}

/** In JSON Schema 2020-12, `true` accepts everything and `false` nothing. */
export type Schema = SchemaObject | boolean;

/** The types of JSON Schema. */
export type SchemaTypeName =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "object"
  | "array"
  | "null";

/** JSON Schema 2020-12 with the additions of OpenAPI. Every keyword may be next to `$ref`. */
export interface SchemaObject extends Extensible {
  readonly $ref?: string;
  readonly $comment?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly examples?: readonly unknown[];
  /** Deprecated in 3.1, but common. */
  readonly example?: unknown;
  readonly externalDocs?: ExternalDocsObject;

  readonly type?: SchemaTypeName | readonly SchemaTypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;

  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;

  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly unevaluatedItems?: Schema;
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly discriminator?: DiscriminatorObject;
  readonly xml?: XmlObject;
}

/** How a value is written in XML. */
export interface XmlObject extends Extensible {
  readonly nodeType?: "element" | "attribute" | "text" | "cdata" | "none";
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  /** Replaced by `nodeType: attribute`. */
  readonly attribute?: boolean;
  /** Replaced by `nodeType: element`. */
  readonly wrapped?: boolean;
}

/** The property that tells the variants of a union apart. */
export interface DiscriminatorObject extends Extensible {
  readonly propertyName: string;
  /** Values are refs (`#/components/schemas/Dog`) after bundling. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** The schema of values that no entry selects, in the same form. */
  readonly defaultMapping?: string;
}
