import type { EmulatedRequest } from "../messages.js";
import { Refused } from "./errors.js";

/**
 * Reads the JSON body of a request like the server does: `undefined` without a content type, `{}`
 * if it is empty.
 */
export function readBody({ headers, body }: EmulatedRequest): unknown {
  const type = headers.get("content-type");
  if (type === null || !type.startsWith("application/json")) return undefined;
  if (body === "") return {};
  // The server reads objects and lists only.
  const first = /^\s*([^\s])/.exec(body)?.[1] ?? "";
  if (first !== "{" && first !== "[") {
    const message = `Unexpected token '${first}', "${body.trim()}" is not valid JSON`;
    throw new Refused(400, "invalid_json", { message });
  }
  try {
    return JSON.parse(body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Refused(400, "invalid_json", { message });
  }
}

/** Refuses a request with a content type other than JSON, with or without a body. */
export function checkContentType({ headers }: EmulatedRequest): void {
  const type = headers.get("content-type");
  if (type === null || type.startsWith("application/json")) return;
  const message = "Content-Type header must be application/json";
  throw new Refused(415, "invalid_content_type", { message });
}
