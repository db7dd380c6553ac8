import type { Attributes } from "@opentelemetry/api";
import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import { SDKError, isA } from "../errors/base.js";

/** Methods that are recorded by name. Any other is `_OTHER`, so that metrics stay small. */
const METHODS = /^(?:CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|QUERY|TRACE)$/;

/** The attributes that metrics have too: few values each, and none of a customer's. */
export function metricAttributes({ method, url }: Call): Attributes {
  const { protocol, hostname, port } = new URL(url);
  return {
    "http.request.method": METHODS.test(method) ? method : "_OTHER",
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
  };
}

/**
 * The attributes of an attempt's span.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export function attemptAttributes(call: Call): Attributes {
  const { method, attempt, operation } = call;
  return {
    ...metricAttributes(call),
    ...(!METHODS.test(method) && { "http.request.method_original": method }),
    "url.full": redactedURL(call),
    "url.template": operation.path,
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
  };
}

/** The URL without credentials and without the values of its query, which may be anybody's. */
function redactedURL(call: Call): string {
  const [base = "", query] = redactor(call)(call.url).split(/\?(.*)/s);
  if (query === undefined) return base;
  const pairs = query.split("&").map((pair) => pair.replace(/^([^=]*=)?.*/s, "$1REDACTED"));
  return `${base}?${pairs.join("&")}`;
}

/** The attributes of what a call or an attempt failed with, as far as few values can tell it. */
export function errorAttributes(error: unknown): Attributes {
  return { "error.type": errorType(error) };
}

function errorType(error: unknown): string {
  if (!isA(error, SDKError)) return "_OTHER";
  const { name, cause, statusCode, code } = error as SDKError & {
    readonly statusCode?: unknown;
    readonly code?: unknown;
  };
  // The transport is aborted when an attempt times out.
  if (name === "RequestAbortedError" && isA(cause, SDKError)) return cause.name;
  return `${statusCode ?? code ?? name}`;
}
