import { withMicroseconds } from "../../clock.js";
import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, requireConnection } from "../context.js";
import { type Issue, validationProblem } from "../problems.js";
import { isRefused } from "../providers.js";
import { type StoredConnection, nextId } from "../state.js";
import { toWire } from "../view.js";

/** `getConnection`. Refreshes and includes the tokens if the request asks for it. */
export function get(context: Context): EmulatedResponse {
  const issues = checkQuery(context.request.query);
  if (issues.length > 0) return validationProblem(context.problem, 400, issues);
  const connection = requireConnection(context, true);
  if ("error" in connection) return connection.error;
  const { query } = context.request;
  if (mustRefresh(context, connection.value)) refresh(context, connection.value);
  return json(
    200,
    toWire(connection.value, {
      apiKey: true,
      accessToken: query.get("includeCreds") === "true",
      refreshToken: query.get("includeRefreshToken") === "true",
    }),
  );
}

const allowed = {
  includeCreds: ["true", "false"],
  includeRefreshToken: ["true", "false"],
  refresh: ["force", "ifExpired"],
};

function checkQuery(query: URLSearchParams): Issue[] {
  return Object.entries(allowed).flatMap(([name, values]) => {
    const value = query.get(name);
    if (value === null || values.includes(value)) return [];
    return [{ in: "query", name, value, detail: `${name} must be ${values.join(" or ")}.` }];
  });
}

function mustRefresh({ request, clock }: Context, connection: StoredConnection): boolean {
  const tokens = connection.credentials.oauth2AuthorizationCode;
  if (!tokens) return false;
  const asked = request.query.get("refresh");
  const expiresAt = tokens.accessToken?.expiresAt;
  const expired = expiresAt !== undefined && new Date(expiresAt) <= clock.now();
  return asked === "force" || (asked === "ifExpired" && expired);
}

function refresh({ state, clock }: Context, connection: StoredConnection): void {
  const tokens = connection.credentials.oauth2AuthorizationCode;
  if (!tokens?.refreshToken || isRefused(tokens.refreshToken)) {
    connection.status = "bad_credentials";
    return;
  }
  const hour = 3_600_000;
  tokens.accessToken = {
    token: nextId(state, "renewed-access"),
    issuedAt: clock.timestamp(),
    expiresAt: withMicroseconds(new Date(clock.now().getTime() + hour)),
  };
  connection.status = "working";
}
