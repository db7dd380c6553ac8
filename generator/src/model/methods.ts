/** The methods of a path item. OpenAPI 3.2, section 4.9. */
import { METHODS, type OperationObject, type PathItemObject } from "../document/types.js";

/** An operation of a path. */
export interface MethodEntry {
  /** As it is sent. */
  readonly method: string;
  readonly value: OperationObject;
  /** Where the path item has it. */
  readonly tokens: readonly string[];
}

/** The operations of a path in document order, without a check of the names of methods. */
export function methodsOf(item: PathItemObject): readonly MethodEntry[] {
  return Object.keys(item).flatMap((key): readonly MethodEntry[] => {
    if (key === ADDITIONAL)
      return Object.entries(item.additionalOperations ?? {})
        .filter(([method]) => !method.startsWith("x-"))
        .map(([method, value]) => ({ method, value, tokens: [ADDITIONAL, method] }));
    const name = METHODS.find((method) => method === key);
    const value = name && item[name];
    return value ? [{ method: key.toUpperCase(), value, tokens: [key] }] : [];
  });
}

const ADDITIONAL = "additionalOperations";

/** True for a name that HTTP allows (RFC 9110 section 9.1). */
export function isMethod(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(name);
}

/**
 * The idempotent methods of the IANA registry. A method that is not registered says nothing.
 *
 * @see https://www.iana.org/assignments/http-methods
 */
const IDEMPOTENT: ReadonlySet<string> = new Set(
  (
    "GET HEAD PUT DELETE OPTIONS TRACE QUERY ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT COPY " +
    "LABEL LINK MERGE MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE ORDERPATCH PRI " +
    "PROPFIND PROPPATCH REBIND REPORT SEARCH UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE " +
    "UPDATEREDIRECTREF VERSION-CONTROL"
  ).split(" "),
);

/** True if the method itself says that a request has the same effect twice as once. */
export function isIdempotentMethod(method: string): boolean {
  return IDEMPOTENT.has(method);
}
