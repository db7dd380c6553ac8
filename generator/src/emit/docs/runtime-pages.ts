import type { OutputFile } from "../../output/output-file.js";
import { clientOptionsPage, timeout } from "./client-options.js";
import { defaults, inCode, inProse, listed } from "./defaults.js";
import { code, table, typescript } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { apiErrorPage, clientOptionsRef, requestOptionsRef, retryConfigRef } from "./page-refs.js";
import { optional, required } from "./parameter-rows.js";
import { type DocsSite, link } from "./site.js";

/** The pages that all operations share: options, retries and the general errors. */
export function runtimePages(site: DocsSite): readonly OutputFile[] {
  return [
    clientOptionsPage(site),
    { path: requestOptionsRef.path, text: printPage(requestOptions) },
    { path: retryConfigRef.path, text: printPage(retryConfig(site)) },
    { path: apiErrorPage.path, text: printPage(generalErrors) },
  ];
}

function rows(
  members: readonly (readonly [name: string, type: string, description: string, need?: string])[],
): string {
  return table(
    ["Field", "Type", "Required", "Description"],
    members.map(([name, type, description, need = optional]) => [
      code(name),
      type,
      need,
      description,
    ]),
  );
}

const requestOptions: readonly Section[] = [
  {
    level: 1,
    title: "RequestOptions",
    blocks: [
      `Options for a single call: the last argument of every method and function. They override the options of the client (${link(requestOptionsRef, clientOptionsRef)}).`,
    ],
  },
  {
    level: 2,
    title: "Fields",
    blocks: [
      rows([
        ["timeoutMs", "*number*", timeout],
        [
          "retries",
          link(requestOptionsRef, retryConfigRef),
          "When and how often the request is retried. Replaces the client's `retryConfig` as a whole.",
        ],
        [
          "retryCodes",
          "*string*[]",
          `The status codes to retry, such as \`["429", "5XX"]\`, instead of ${listed(defaults.retryCodes)}.`,
        ],
        ["serverURL", "*string*", "The URL of another server for this call."],
        [
          "headers",
          "*HeadersLike*",
          "Additional headers, or other values for headers that the SDK sets. `null` removes a header, including a credential in it.",
        ],
        [
          "maxResponseBytes",
          "*number*",
          "Maximum size of a success response body in bytes. 0 or less: no limit. Default: the client's.",
        ],
        [
          "responseValidation",
          '`"lenient"` \\| `"strict"`',
          "Whether a response that does not match its schema is kept as it came, or an error. Default: the client's.",
        ],
        [
          "onResponseIssues",
          "*function*",
          "Receives the issues of a response that was kept although parts of it do not match. Default: the client's.",
        ],
        ["signal", "*AbortSignal*", "Aborts the call, including the wait before a retry."],
        [
          "idempotencyKey",
          "*string*",
          "Sent with every attempt, so that a POST is safe to retry if the server supports idempotency keys.",
        ],
        [
          "reconnect",
          "*boolean*",
          "Whether an event stream that is cut is requested again, from the last event that had an ID. Default: `false`.",
        ],
        [
          "onProgress",
          "*(receivedBytes: number, totalBytes?: number) => void*",
          "Called while a binary response is read as a stream, with the number of bytes so far and in total.",
        ],
        [
          "fetchOptions",
          "*RequestInit*",
          "Passed to `fetch`: any of its options except `method` and `body`.",
        ],
      ]),
    ],
  },
];

/** The members of `backoff`. */
const backoff = ["initialInterval", "maxInterval", "exponent", "maxElapsedTime"] as const;

function retryConfig(site: DocsSite): readonly Section[] {
  const { className } = site.context.names.sdk;
  const example = [
    `import { ${className} } from "${site.context.options.packageName}";`,
    "",
    `const client = new ${className}({`,
    "  retryConfig: {",
    '    strategy: "backoff",',
    `    backoff: { ${backoff.map((name) => `${name}: ${inCode(defaults[name])}`).join(", ")} },`,
    "    retryConnectionErrors: true,",
    `    maxAttempts: ${inCode(defaults.maxAttempts)},`,
    "  },",
    "});",
  ];
  return [
    {
      level: 1,
      title: "RetryConfig",
      blocks: [
        "The client retries what is safe to retry: GET, HEAD, PUT and DELETE, and POST and PATCH only if the server cannot have processed the request or it has an idempotency key. The page of an operation says if it differs from its method. It honors `Retry-After`.",
      ],
    },
    { level: 2, title: "Example Usage", blocks: [typescript(example.join("\n"))] },
    {
      level: 2,
      title: "Fields",
      blocks: [
        rows([
          ["strategy", '`"backoff"` \\| `"none"`', "`none` disables retries.", required],
          [
            "backoff.initialInterval",
            "*number*",
            `Maximum wait before the first retry in milliseconds. Default: ${inProse(defaults.initialInterval)}.`,
          ],
          [
            "backoff.maxInterval",
            "*number*",
            `Maximum wait before any retry in milliseconds. Default: ${inProse(defaults.maxInterval)}.`,
          ],
          [
            "backoff.exponent",
            "*number*",
            `Factor by which the wait grows. Default: ${inProse(defaults.exponent)}.`,
          ],
          [
            "backoff.maxElapsedTime",
            "*number*",
            `When to stop retrying, in milliseconds after the first attempt. Default: ${inProse(defaults.maxElapsedTime)}.`,
          ],
          [
            "retryConnectionErrors",
            "*boolean*",
            "Whether to retry after a connection error. Default: true.",
          ],
          [
            "maxAttempts",
            "*number*",
            `Maximum number of attempts. Default: ${inProse(defaults.maxAttempts)}.`,
          ],
        ]),
      ],
    },
  ];
}

const generalErrors: readonly Section[] = [
  {
    level: 1,
    title: "Errors",
    blocks: [
      "Every error is an `Error` with a literal `name`. Functions return errors as `{ ok: false, error }`, methods throw them. The errors that an operation declares have their own pages.",
    ],
  },
  {
    level: 2,
    title: "Errors of every operation",
    blocks: [
      table(
        ["Name", "When", "Carries"],
        [
          [
            "`APIProblem`",
            "Any other error response of type `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457))",
            "`type`, `title`, `status`, `detail`, `instance`, `data$`, `statusCode`, `headers`, `body`, `requestId`",
          ],
          [
            "`APIError`",
            "Any other error response. The base class of every error response",
            "`statusCode`, `headers`, `body`, `contentType`, `requestId`, `rawResponse`",
          ],
          [
            "`ResponseValidationError`",
            'A success response that is unusable: not JSON, of another kind or content type than declared, too large. With `responseValidation: "strict"` any that does not match its schema',
            "`statusCode`, `body`, `rawValue`, `issues`, `cause`, `pretty()`",
          ],
          [
            "`SDKValidationError`",
            "The request does not match its schema; nothing was sent",
            "`rawValue`, `issues`, `cause`, `pretty()`",
          ],
          [
            "`ConnectionError`",
            "The server could not be reached, or the connection was closed",
            "`code`, `cause`",
          ],
          [
            "`RequestTimeoutError`",
            "`timeoutMs` passed before the response was complete",
            "`cause`",
          ],
          ["`RequestAbortedError`", "Your `signal` aborted the call", "`cause`"],
          [
            "`InvalidRequestError`",
            "A URL, header or option is invalid; nothing was sent",
            "`cause`",
          ],
          ["`UnexpectedClientError`", "A hook, middleware or credential callback threw", "`cause`"],
        ],
      ),
    ],
  },
];
