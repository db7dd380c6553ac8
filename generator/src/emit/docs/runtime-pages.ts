import type { OutputFile } from "../../output/output-file.js";
import { clientOptionsPage } from "./client-options.js";
import { code, table, typescript } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { optional, required } from "./parameter-rows.js";
import { apiErrorPlace, clientOptionsPlace, optionsPlace, retriesPlace } from "./places.js";
import { type Site, link } from "./site.js";

/** The pages on what every operation shares: options, retries and the general errors. */
export function runtimePages(site: Site): readonly OutputFile[] {
  return [
    clientOptionsPage(site),
    { path: optionsPlace.path, text: printPage(requestOptions) },
    { path: retriesPlace.path, text: printPage(retryConfig(site)) },
    { path: apiErrorPlace.path, text: printPage(generalErrors) },
  ];
}

function rows(
  members: readonly (readonly [name: string, type: string, words: string, need?: string])[],
): string {
  return table(
    ["Field", "Type", "Required", "Description"],
    members.map(([name, type, words, need = optional]) => [code(name), type, need, words]),
  );
}

const requestOptions: readonly Section[] = [
  {
    level: 1,
    title: "RequestOptions",
    blocks: [
      `The last argument of every method and function: options of one call. They win over those of the client (${link(optionsPlace, clientOptionsPlace)}), and the object is never written to.`,
    ],
  },
  {
    level: 2,
    title: "Fields",
    blocks: [
      rows([
        [
          "timeoutMs",
          "*number*",
          "How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. Default: 60,000.",
        ],
        [
          "retries",
          link(optionsPlace, retriesPlace),
          "When and how often the request is repeated. Takes the place of the client's `retryConfig` as a whole.",
        ],
        [
          "retryCodes",
          "*string*[]",
          'The statuses that are worth another attempt, such as `["429", "5XX"]`, instead of 408, 429, 502, 503 and 504.',
        ],
        ["serverURL", "*string*", "Another server for this call."],
        [
          "headers",
          "*HeadersLike*",
          "More headers, or other values for those that the SDK sets; `null` takes one away, with the credential that would be in it.",
        ],
        [
          "maxResponseBytes",
          "*number*",
          "The largest body of a success that this call takes, in bytes. 0 or less: no limit. Default: the client's.",
        ],
        ["signal", "*AbortSignal*", "Ends the call, also while it waits for the next attempt."],
        [
          "idempotencyKey",
          "*string*",
          "Sent with every attempt, so that a POST can be repeated safely where the server knows such keys.",
        ],
        [
          "fetchOptions",
          "*RequestInit*",
          "Handed to `fetch` with the request: any of its options except `method` and `body`.",
        ],
      ]),
    ],
  },
];

function retryConfig(site: Site): readonly Section[] {
  const { className } = site.plan.sdk;
  const example = [
    `import { ${className} } from "${site.options.packageName}";`,
    "",
    `const client = new ${className}({`,
    "  retryConfig: {",
    '    strategy: "backoff",',
    "    backoff: { initialInterval: 500, maxInterval: 8_000, exponent: 2, maxElapsedTime: 60_000 },",
    "    retryConnectionErrors: true,",
    "    maxAttempts: 3,",
    "  },",
    "});",
  ];
  return [
    {
      level: 1,
      title: "RetryConfig",
      blocks: [
        "Retries are on where a repetition cannot do the work twice: GET, HEAD, PUT and DELETE; POST and PATCH only where the request cannot have been processed or carries an idempotency key. `Retry-After` is honoured.",
      ],
    },
    { level: 2, title: "Example Usage", blocks: [typescript(example.join("\n"))] },
    {
      level: 2,
      title: "Fields",
      blocks: [
        rows([
          ["strategy", '`"backoff"` \\| `"none"`', "`none` switches retries off.", required],
          [
            "backoff.initialInterval",
            "*number*",
            "The longest first wait, in milliseconds. Default: 500.",
          ],
          ["backoff.maxInterval", "*number*", "The longest wait, in milliseconds. Default: 8,000."],
          ["backoff.exponent", "*number*", "By what the wait grows each time. Default: 2."],
          [
            "backoff.maxElapsedTime",
            "*number*",
            "When to give up, in milliseconds since the first attempt. Default: 60,000.",
          ],
          [
            "retryConnectionErrors",
            "*boolean*",
            "Whether a connection that failed is worth another attempt. Default: true.",
          ],
          ["maxAttempts", "*number*", "How often a request is sent at most. Default: 3."],
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
      "Every error is an `Error` with a literal `name`. Functions answer them as `{ ok: false, error }`, methods throw them. The errors that one operation declares have pages of their own.",
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
            "Any other error answer of `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457))",
            "`type`, `title`, `status`, `detail`, `instance`, `data$`, `statusCode`, `headers`, `body`, `requestId`",
          ],
          [
            "`APIError`",
            "Any other error answer, or a success of a media type that is not declared",
            "`statusCode`, `headers`, `body`, `contentType`, `requestId`, `rawResponse`",
          ],
          [
            "`ResponseValidationError`",
            "A success whose body does not parse or does not fit its schema",
            "`rawValue`, `issues`, `cause`, `pretty()`",
          ],
          [
            "`SDKValidationError`",
            "The request does not fit; nothing was sent",
            "`rawValue`, `issues`, `cause`, `pretty()`",
          ],
          [
            "`ConnectionError`",
            "The server could not be reached, or the connection broke",
            "`code`, `cause`",
          ],
          ["`RequestTimeoutError`", "`timeoutMs` passed before the answer was complete", "`cause`"],
          ["`RequestAbortedError`", "The caller's `signal` ended the call", "`cause`"],
          [
            "`InvalidRequestError`",
            "A URL, a header or an option is not usable; nothing was sent",
            "`cause`",
          ],
          [
            "`UnexpectedClientError`",
            "A hook, a middleware or a credential callback failed",
            "`cause`",
          ],
        ],
      ),
    ],
  },
];
