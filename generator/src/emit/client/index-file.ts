import type { OutputFile } from "../../output/output-file.js";
import { type EmitContext, folders } from "../context.js";
import { hasFiles } from "../operations/response.js";
import { streamsOf } from "../operations/streams.js";
import { type Export, emitBarrel } from "./barrel.js";
import { oauthTypes, parameterTypes } from "../operations/oauth.js";
import { SDK_FILE } from "./sdk-class.js";

/** The exports of the runtime core that users of an SDK need. */
const VALUES = ["HTTPClient", "PagedPromise", "PagedResult", "unwrap"];
const TYPES = [
  "APIPromise",
  "BasicCredential",
  "CallHandler",
  "CallMiddleware",
  "ClientOptions",
  "Credential",
  "Fetcher",
  "Handler",
  "Logger",
  "MethodPromise",
  "Middleware",
  "Operation",
  "OperationCall",
  "PagedOperation",
  "RequestOptions",
  "Result",
  "RetryConfig",
  "Transport",
  "WithResponse",
];

/** The types of streams, for APIs that have them. */
const STREAM_TYPES = ["EventStream", "ResultStream", "ServerSentEvent", "StreamError"];

/** The errors that every call can end with. */
const ERRORS = [
  "APIError",
  "APIProblem",
  "ConnectionError",
  "InvalidRequestError",
  "RequestAbortedError",
  "RequestTimeoutError",
  "ResponseValidationError",
  "SDKError",
  "SDKValidationError",
  "UnexpectedClientError",
];
const ERROR_TYPES = ["ClientError"];

/**
 * The entry of the package: the SDK, its core and options, what users need of the runtime core, and
 * the owner's own exports, of which a name of ours takes precedence (ECMA-262, section 16.2.1.7).
 */
export function emitIndex(context: EmitContext): OutputFile {
  const { className, coreName } = context.names.sdk;
  const module = (file: string): string => context.path(file).slice(0, -".ts".length);
  const runtime = `${folders(context.options).runtime}/index`;
  const own = new Set([className, coreName, "SDKOptions"]);
  const isStreaming = context.api.operations.some((operation) => streamsOf(operation).length > 0);
  const hasByteStreams = context.options.binaryResponses === "stream" && hasFiles(context.api);
  const types = [
    ...TYPES,
    ...ERROR_TYPES,
    ...(isStreaming ? STREAM_TYPES : []),
    ...(hasByteStreams ? ["ByteStream"] : []),
  ];
  const oauth = `${folders(context.options).runtime}/oauth/index`;
  const names = [
    ...oauthTypes(context.api).map((name) => ({ from: oauth, name, type: true })),
    ...parameterTypes(context).map(({ from, name }) => ({ from, name, type: true })),
    ...[...VALUES, ...ERRORS].map((name) => ({ from: runtime, name, type: false })),
    ...types.map((name) => ({ from: runtime, name, type: true })),
  ];
  const barrel = emitBarrel(context.path("index"), [
    { from: module(SDK_FILE), name: className, type: false },
    { from: module("core"), name: coreName, type: false },
    { from: module("core"), name: "SDKOptions", type: true },
    ...byName(names.filter(({ name }) => !own.has(name))),
  ]);
  if (!context.options.hasExtras) return barrel;
  return { ...barrel, text: `${barrel.text}export * from "./index.extras.js";\n` };
}

/** The errors of the runtime core for `models/errors`, except for the names of typed errors. */
export function runtimeErrors(
  context: EmitContext,
  declared: readonly Export[],
): readonly Export[] {
  const from = `${folders(context.options).runtime}/index`;
  const taken = new Set(declared.map(({ name }) => name));
  const values = ERRORS.map((name) => ({ from, name, type: false }));
  const types = ERROR_TYPES.map((name) => ({ from, name, type: true }));
  return byName([...values, ...types].filter(({ name }) => !taken.has(name)));
}

function byName(exports: readonly Export[]): readonly Export[] {
  const sorted = [...exports];
  sorted.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted;
}
