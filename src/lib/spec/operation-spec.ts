import type { Step } from "../schema/base.js";
import type { Schema } from "../schema/types.js";
import type { ResponseSpec } from "./responses.js";
import type { BodyEncoder } from "./bodies.js";
import type { BodyReader } from "./body-readers.js";
import type { ContentTypeOptions } from "./content-types.js";
import type { IdempotencyKey } from "./idempotency-key.js";
import { type Parameter, path } from "./parameters.js";
import type { RetryConfig } from "./retry-config.js";
import type { SecurityScheme } from "./security.js";

/** The HTTP methods of operations, and others that a document names, such as `PURGE`. */
export type Method =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | Uppercase<string>;

/** The specification of an operation, as the document declares it. */
export interface OperationSpec<Request, Value, Errors> {
  /** The operation's id in the document: `listConnections`. */
  readonly id: string;
  /** The HTTP method. */
  readonly method: Method;
  /** The path template: `/projects/{projectIdOrName}/connections:generate`. */
  readonly path: string;
  /** The schema of the request. Absent if the operation has no parameters and no body. */
  readonly request?: Schema<NoInfer<Request> | undefined>;
  /** The path, query, header and cookie parameters. */
  readonly parameters?: readonly Parameter[];
  /** How to serialize the body. Absent if there is none. */
  readonly body?: BodyEncoder;
  /**
   * The declared responses. The types are not inferred from here: the compiler would take the first
   * response for the type of all. The array is not readonly, because assigning to a readonly array
   * makes the compiler compare every member of arrays, for each operation anew.
   */
  readonly responses: ResponseSpec<NoInfer<Value>, NoInfer<Errors>>[];
  /**
   * Makes the `Accept` header from the options and the encoded request. Defaults to the declared
   * media types.
   */
  readonly accept?: (options: ContentTypeOptions, request: unknown) => string;
  /**
   * Alternative credentials, each a list of schemes that are required together. Overrides the
   * client's; an empty list means that the operation needs no credentials.
   */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Base URLs of the operation's own servers. */
  readonly servers?: readonly string[];
  /** When and how to retry, unless the client or the call overrides it. */
  readonly retries?: RetryConfig;
  /** Statuses to retry, unless the call overrides them. */
  readonly retryCodes?: readonly string[];
  /**
   * Whether sending the request twice has the effect of sending it once, so that it can be retried
   * (RFC 9110 section 9.2.2). Defaults to what the method says: all but POST and PATCH are.
   */
  readonly idempotent?: boolean;
  /** The header of idempotency keys. Defaults to `Idempotency-Key`, sent if a call has a key. */
  readonly idempotencyKey?: IdempotencyKey;
  /** Values of request members with which a call of an idempotent operation is not idempotent. */
  readonly notIdempotentWhen?: Readonly<Record<string, readonly unknown[]>>;
}

/** A specification whose types the annotation on the operation's constant states. */
export type AnySpec = OperationSpec<unknown, unknown, unknown>;

/** A specification together with what is the same for every call. */
export interface CompiledOperation extends AnySpec {
  /** The path: literal strings and parameters in turn. */
  readonly template: readonly (string | Parameter)[];
  /** Makes the `Accept` header (RFC 9110 section 12.5.1). */
  readonly accept: (options: ContentTypeOptions, request: unknown) => string;
  readonly idempotent: boolean;
  /** Converts members of the request that no schema describes. */
  readonly open: Step | undefined;
  /** How to read a success that is not JSON, if one is declared. */
  readonly reader: BodyReader | undefined;
}

/** Computes what is the same for every call of an operation. */
export function compileOperation(spec: AnySpec): CompiledOperation {
  const declared = new Set(spec.responses.flatMap(({ media, accept = media }) => accept ?? []));
  // Without a success that has a body, any type will do, so that no server refuses with 406 Not
  // Acceptable.
  const accept = spec.responses.some(({ error, media }) => media && !error)
    ? [...declared].join(", ")
    : "*/*";
  return {
    accept: () => accept,
    ...spec,
    template: spec.path.split(/[{}]/).map((piece, i) => {
      const isNamed = ({ name, write }: Parameter): boolean => name === piece && !write;
      return i % 2 ? (spec.parameters?.find(isNamed) ?? path(piece)) : piece;
    }),
    idempotent: spec.idempotent ?? !/^P(OS|A)T/.test(spec.method),
    open: spec.body?.open ?? spec.parameters?.find(({ style }) => style.open)?.style.open,
    reader: spec.responses.find(({ reader }) => reader)?.reader,
  };
}
