import type { APIError, ErrorKind } from "connections-sdk";
import { kindOf as mammothKind } from "../src/connections/platforms/mammoth/kind.js";
import { kindOf as nangoKind } from "../src/connections/platforms/nango/kind.js";
import type { KindOf } from "../src/connections/vocabulary/kinds.js";
import { kindOfStatus } from "../src/lib/errors/kind.js";
import { tableOf } from "./marked.js";

/** What each kind means. A record, so that the compiler notices a missing one. */
const meanings: Readonly<Record<ErrorKind, string>> = {
  unauthorized: "Your API key is missing or refused.",
  forbidden: "Your API key does not allow this.",
  notFound: "It does not exist, or no longer.",
  conflict: "It is not in the state that this needs.",
  rateLimited: "Too many requests.",
  unavailable: "The server, or one behind it, cannot do it now.",
  server: "The server failed.",
  invalidRequest: "The request is wrong.",
  credentialsRefused:
    "The service refused the customer's credentials. The unified API says so where the platform does.",
  unexpected: "A redirect that is not followed, and the rest.",
};

/** What each kind means, and the statuses that stand for it. */
export function kindsTable(): string {
  const rows = Object.entries(meanings).map(([kind, meaning]) => [
    `\`${kind}\``,
    meaning,
    statusesOf(kind),
  ]);
  return tableOf(["kind", "meaning", "by status"], rows);
}

function statusesOf(kind: string): string {
  const all = Array.from({ length: 300 }, (_, index) => 300 + index);
  const found = all.filter((status) => kindOfStatus(status) === kind);
  const [first] = found;
  if (first === undefined) return "none";
  if (first < 400) return "the rest";
  return found.length < 20 ? found.join(", ") : `every other ${String(first).charAt(0)}xx`;
}

/** A response of a platform whose status says something else than the platform means. */
interface Case {
  readonly platform: string;
  readonly kindOf: KindOf;
  readonly response: string;
  readonly verb: Parameters<KindOf>[1];
  readonly statusCode: number;
  /** Members of the body. */
  readonly body: object;
}

const nango = (statusCode: number, code: string, more = ""): Case => ({
  platform: "Nango",
  kindOf: nangoKind,
  response: `${statusCode} \`${code}\`${more}`,
  verb: "get",
  statusCode,
  body: { error: { code } },
});
const mammoth = (
  statusCode: number,
  response: string,
  verb: Case["verb"],
  detail: string,
): Case => ({
  platform: "Mammoth",
  kindOf: mammothKind,
  response: `${statusCode} ${response}`,
  verb,
  statusCode,
  body: { detail },
});

const cases: readonly Case[] = [
  nango(400, "unknown_connection", " of `delete`"),
  nango(400, "unknown_provider_config"),
  nango(400, "connection_test_failed"),
  nango(400, "connection_validation_failed"),
  nango(400, "invalid_credentials"),
  nango(424, "invalid_credentials"),
  nango(400, "resource_capped"),
  mammoth(
    400,
    "for a connection, connector or project that does not exist",
    "get",
    "no such connection",
  ),
  mammoth(400, "for credentials that the service refuses", "generate", "cannot connect"),
  mammoth(403, "for an API key that it refuses", "get", "invalid key"),
];

/** The kinds that platforms correct. */
export function correctionsTable(): string {
  const rows = cases.map(({ platform, kindOf, response, verb, statusCode, body }) => {
    const error = { statusCode, ...body } as unknown as APIError<string>; // as far as it is read
    return [platform, response, `\`${kindOf(error, verb) ?? kindOfStatus(statusCode)}\``];
  });
  return tableOf(["platform", "response", "kind"], rows);
}
