import type { KindOf } from "../../vocabulary/kinds.js";
import { membersOf, stringOf } from "../../vocabulary/read.js";

/**
 * What an error of Mammoth means. It has no 404: what does not exist is a 400, and so are
 * credentials that the service refuses. Requests that are wrong list what is wrong in `extra`. An
 * API key that it refuses was a 401 before it was a 403.
 */
export const kindOf: KindOf = (error, verb) => {
  const { statusCode } = error;
  if (statusCode === 401 || statusCode === 403) return "unauthorized";
  const { detail, extra } = membersOf(error as unknown as { detail?: unknown; extra?: unknown });
  if (statusCode !== 400 || (Array.isArray(extra) && extra.length > 0)) return undefined;
  const isMissing = /no (such )?\w|not (found|exist)|unknown/i.test(stringOf(detail) ?? "");
  return isMissing || !TESTING.has(verb) ? "notFound" : "credentialsRefused";
};

/** The verbs that test credentials. */
const TESTING: ReadonlySet<string> = new Set(["generate", "update", "updateAuthorization"]);
