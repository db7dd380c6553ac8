/** HTTP status codes. RFC 9110 section 15. */
import type { OperationResponse } from "./types.js";

/** The status of a key of `responses`, or `undefined` for an invalid key. */
export function statusOf(key: string): OperationResponse["status"] | undefined {
  if (key.toLowerCase() === "default") return "default";
  if (/^[1-5]\d\d$/.test(key)) return Number(key);
  const range = key.toUpperCase();
  return isRange(range) ? range : undefined;
}

function isRange(text: string): text is Extract<OperationResponse["status"], `${string}XX`> {
  return /^[1-5]XX$/.test(text);
}

/** The first digit of a status: 4 for 404 and 4XX, 0 for `default`. */
export function classOf(status: OperationResponse["status"]): number {
  return status === "default" ? 0 : Number(String(status).charAt(0));
}

/** True if `pattern` (`404`, `4XX`) includes the status. */
export function covers(pattern: string, status: OperationResponse["status"]): boolean {
  const key = pattern.toUpperCase();
  return (
    key === String(status).toUpperCase() ||
    (isRange(key) && Number(key.charAt(0)) === classOf(status))
  );
}

/** The reason phrase, for names: 404 -> `Not Found`, 4XX -> `Client Error`. */
export function reasonOf(status: OperationResponse["status"]): string {
  if (typeof status === "number") return reasons[status] ?? `Status ${status}`;
  return ranges[classOf(status)] ?? "Default";
}

const ranges: Readonly<Record<number, string>> = {
  1: "Informational",
  2: "Success",
  3: "Redirection",
  4: "Client Error",
  5: "Server Error",
};

const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  203: "Non Authoritative Information",
  204: "No Content",
  205: "Reset Content",
  206: "Partial Content",
  207: "Multi Status",
  300: "Multiple Choices",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "Im A Teapot",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  423: "Locked",
  424: "Failed Dependency",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  506: "Variant Also Negotiates",
  507: "Insufficient Storage",
  508: "Loop Detected",
  510: "Not Extended",
  511: "Network Authentication Required",
};
