import type { Schema } from "../schema/types.js";
import type { ResponseSpec } from "./responses.js";
import type { BodyEncoder } from "./bodies.js";
import { type Parameter, path } from "./parameters.js";
import type { RetryConfig } from "./retry-config.js";
import type { SecurityScheme } from "./security.js";

/** HTTP methods that operations have. */
export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/** What an operation is, as its description says. */
export interface OperationSpec<Request, Value, Errors> {
  readonly id: string;
  readonly method: Method;
  /** `/projects/{projectIdOrName}/connections:generate` */
  readonly path: string;
  /** Absent when the operation takes nothing. */
  readonly request?: Schema<NoInfer<Request> | undefined>;
  readonly parameters?: readonly Parameter[];
  readonly body?: BodyEncoder;
  /**
   * Not inferred from: of several answers the compiler would take the first for the type of all. And not a readonly list, since to
   * take a list for a readonly one it looks at every member that lists have, at each operation anew.
   */
  readonly responses: ResponseSpec<NoInfer<Value>, NoInfer<Errors>>[];
  /** Alternatives, each of schemes that are needed together, where they differ from the client's; none at all = public. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Where the operation lives on servers of its own. */
  readonly servers?: readonly string[];
  readonly retries?: RetryConfig;
  readonly retryCodes?: readonly string[];
  /** Members of the request whose listed values give a GET side effects, so that it is not repeated blindly. */
  readonly notIdempotentWhen?: Readonly<Record<string, readonly unknown[]>>;
}

/** A specification with what would be the same for every call worked out once. */
export interface CompiledOperation extends OperationSpec<never, unknown, unknown> {
  /** The path: literal text and parameters in turn. */
  readonly template: readonly (string | Parameter)[];
  /** The `Accept` header (RFC 9110 section 12.5.1). */
  readonly accept: string;
}

/** Works out what does not change from call to call. */
export function compileOperation<I, O, E>(spec: OperationSpec<I, O, E>): CompiledOperation {
  // Where success has no body, a server must not refuse because it would not answer in the types of the errors.
  const medias = spec.responses.flatMap(({ error, media = "*/*" }) => (error ? [] : media));
  return {
    ...(spec as unknown as OperationSpec<never, unknown, unknown>), // the pipeline needs no more of the types
    template: spec.path.split(/[{}]/).map((piece, i) => {
      const isPiece = ({ name, write: put }: Parameter): boolean => name === piece && !put;
      return i % 2 ? (spec.parameters?.find(isPiece) ?? path(piece)) : piece;
    }),
    accept: [...new Set([...medias, "application/problem+json"])].join(", "),
  };
}
