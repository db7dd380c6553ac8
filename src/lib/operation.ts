import type { Answer } from "./answers.js";
import type { BodyEncoder } from "./bodies.js";
import type { Method } from "./call.js";
import type { Client, RequestOptions } from "./client.js";
import type { ClientError } from "./errors.js";
import { type Exchange, APIPromise } from "./promise.js";
import type { Parameter } from "./parameters.js";
import type { Result } from "./result.js";
import type { RetryConfig } from "./retry-config.js";
import type { Schema } from "./schema/types.js";
import type { SecurityScheme } from "./security.js";
import { send } from "./send.js";

/**
 * A standalone function for one operation of an API. It is data that can be called: what it does is written in its
 * {@link OperationSpec}, and one pipeline runs them all.
 *
 * Never rejects and never throws: whatever happens is in the {@link Result}. `await` gives the result,
 * `.$inspect()` the request and response with it.
 */
export interface Operation<Request, Value, Errors = never> {
  /**
   * @param client - Whom to ask and how: an SDK or its `Core`.
   * @param request - What to ask for; checked before anything is sent.
   * @param options - For this call only.
   */
  (
    client: Client,
    request: Request,
    options?: RequestOptions,
  ): APIPromise<Result<Value, Errors | ClientError>>;
}

/** What an operation is, as its description says. */
export interface OperationSpec<Request, Value, Errors> {
  readonly id: string;
  readonly method: Method;
  /** `/projects/{projectIdOrName}/connections:generate` */
  readonly path: string;
  /** Absent when the operation takes nothing. */
  readonly request?: Schema<NoInfer<Exclude<Request, void>>>;
  readonly parameters?: readonly Parameter[];
  readonly body?: BodyEncoder;
  readonly answers: readonly Answer<Value, Errors>[];
  /** Alternatives, each of schemes that are needed together, where they differ from the client's; none at all = public. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Where the operation lives on servers of its own. */
  readonly servers?: readonly string[];
  readonly retries?: RetryConfig;
  readonly retryCodes?: readonly string[];
  /** Members of the request whose listed values give a GET side effects, so that it is not repeated blindly. */
  readonly unsafe?: Readonly<Record<string, readonly unknown[]>>;
}

/** A specification with what would be the same for every call worked out once. */
export interface Compiled extends OperationSpec<never, unknown, unknown> {
  /** Literal text and path parameters in turn. */
  readonly template: readonly (string | Parameter)[];
  /** The other parameters, each of which knows where it goes. */
  readonly others: readonly Required<Parameter>[];
  /** The `Accept` header (RFC 9110 section 12.5.1). */
  readonly accept: string;
}

/**
 * Makes the function of an operation. The specification is given by a function, so that an unused operation leaves no trace in
 * a bundle and a used one is built at its first call.
 */
export function operation<I, O, E = never>(
  // Not inferred from: of several answers the compiler would take the first for the type of all.
  define: () => NoInfer<OperationSpec<I, O, E>>,
): Operation<I, O, E> {
  let compiled: Compiled | undefined;
  return (client, request, options) =>
    new APIPromise(
      send(() => (compiled ??= compile(define())), client, request, options) as Promise<
        Exchange<Result<O, E | ClientError>>
      >, // what the specification's answers promise
    );
}

/** Works out what does not change from call to call. */
export function compile<I, O, E>(spec: OperationSpec<I, O, E>): Compiled {
  const parameters = spec.parameters ?? [];
  const paths = new Map(parameters.filter((p) => p.put === undefined).map((p) => [p.name, p]));
  const medias = new Set(
    spec.answers.map((answer) => answer.media).filter((media) => media !== undefined),
  );
  const succeeds = spec.answers.some((answer) => !answer.error && answer.media !== undefined);
  if (succeeds) medias.add("application/problem+json");
  return {
    ...(spec as unknown as OperationSpec<never, unknown, unknown>), // the pipeline needs no more of the types
    template: spec.path
      .split(/\{([^}]*)\}/)
      .map((piece, i) => (i % 2 === 0 ? piece : (paths.get(piece) ?? `{${piece}}`))),
    others: parameters.filter((p): p is Required<Parameter> => p.put !== undefined),
    // Where success has no body, a server must not refuse because it would not answer in the types of the errors.
    accept: succeeds ? [...medias].join(", ") : "*/*",
  };
}
