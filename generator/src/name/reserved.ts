/** Names that generated identifiers must not have. */

/**
 * Words that cannot name a variable in strict mode (ECMA-262, 12.7.2), and those that TypeScript
 * adds.
 */
export const keywords: ReadonlySet<string> = set(
  "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try type typeof undefined var void while " +
    "with yield",
);

/** Types and values of the language and the platform that generated code uses. */
export const globals: ReadonlySet<string> = set(
  "Array Blob Boolean Date Error Exclude Extract File FormData Function Headers Infinity Iterable Map NaN Number Object " +
    "Omit Parameters Partial Pick Promise Proxy ReadableStream Readonly Record RegExp Request Required Response " +
    "ReturnType Set String Symbol URL Uint8Array any bigint boolean globalThis never number object string symbol " +
    "undefined unknown void process console",
);

/**
 * Names that the class of a declared error must not have: those of the runtime's errors, which
 * `models/errors` exports too, and of the errors of the language.
 */
export const errorNames: ReadonlySet<string> = new Set([
  ...globals,
  ...set(
    "AggregateError DOMException EvalError RangeError ReferenceError SyntaxError TypeError URIError",
  ),
  ...set(
    "APIError APIProblem ErrorKind RateLimit ClientError ConnectionError InvalidRequestError RequestAbortedError RequestTimeoutError " +
      "ResponseValidationError SDKError SDKValidationError TypedError UnexpectedClientError UnsupportedOperationError",
  ),
]);

/** The members of every object. */
const objectMembers =
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf";

/** Names with a special meaning in the object of a client or a group. */
const clientNames = `${objectMembers} prototype then toJSON`;

/**
 * Members that a typed error has, whatever its body has. A member of the body with such a name is
 * only available in `data$`.
 */
export const errorMembers: ReadonlySet<string> = set(
  `${objectMembers} name message stack cause statusCode kind rateLimit headers body contentType requestId rawResponse data$ retryable toJSON`,
);

/** The client options of every SDK. */
export const optionMembers: ReadonlySet<string> = set(
  "serverURL allowHTTP serverIdx server httpClient retryConfig timeoutMs maxResponseBytes userAgent debugLogger " +
    "callMiddleware middleware responseValidation onResponseIssues security",
);

/** Members that the class of a group must not have: those of the runtime's `Resource`. */
export const resourceMembers: ReadonlySet<string> = set(`${clientNames} core`);

/** Members that the root class must not have: those of the runtime's `Client`. */
export const clientMembers: ReadonlySet<string> = set(`${clientNames} _runtime`);

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}
