/** An authorization server and an API that takes its tokens, for the tests of OAuth. */
import {
  type Client,
  type ClientConfig,
  type Operation,
  empty,
  jsonBody,
  operation,
  unknown,
} from "../../../src/lib/typed.js";
import {
  type OAuthClientCredentials,
  type OAuthFlows,
  oauth2,
  withTokenRenewal,
} from "../../../src/lib/oauth/index.js";
import { type CoreOptions, coreOf } from "../../support/sdk.js";
import {
  type Responder,
  type Seen,
  type TestServer,
  respondWith,
  serve,
} from "../../support/server.js";

export const SECRET = "canary-client-secret";
export const credentials: OAuthClientCredentials = { clientId: "app", clientSecret: SECRET };

/** An authorization server, and what it has received. */
export interface Authority {
  readonly server: TestServer;
  /** The URL of the token endpoint. */
  readonly tokenURL: string;
  /** The forms of the token requests. */
  readonly forms: () => readonly Readonly<Record<string, string>>[];
}

/** Returns the members of a form that was sent. */
export function formOf({ body }: Seen): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Starts a server that issues `token-1`, `token-2`, ..., or responds otherwise. */
export async function authority(
  more: Readonly<Record<string, unknown>> | Responder = { expires_in: 3600 },
): Promise<Authority> {
  const server = await serve((seen, response, count) => {
    if (typeof more === "function") return more(seen, response, count);
    return issue(more)(seen, response, count);
  });
  return {
    server,
    tokenURL: `${server.url}/token`,
    forms: () => server.seen.map(formOf),
  };
}

/** A promise that a test settles. */
export function hold(): { readonly held: Promise<void>; readonly release: () => void } {
  const resolvers: (() => void)[] = [];
  const held = new Promise<void>((resolve) => void resolvers.push(resolve));
  return { held, release: () => resolvers.forEach((resolve) => resolve()) };
}

/** Issues a token with a number. */
export function issue(more: Readonly<Record<string, unknown>> = { expires_in: 3600 }): Responder {
  return (seen, response, count) =>
    respondWith(200, { access_token: `token-${count}`, token_type: "Bearer", ...more })(
      seen,
      response,
      count,
    );
}

/** Refuses with an error of RFC 6749 section 5.2. */
export function refuse(error: string, description?: string, status = 400): Responder {
  return respondWith(status, { error, ...(description && { error_description: description }) });
}

/** Starts an API that takes every token but those given. */
export async function api(...refused: readonly string[]): Promise<TestServer> {
  return serve((seen, response, count) => {
    const token = seen.headers.authorization?.replace("Bearer ", "") ?? "";
    respondWith(refused.includes(token) ? 401 : 204)(seen, response, count);
  });
}

/** The tokens that an API has received. */
export function tokens({ seen }: TestServer): readonly (string | undefined)[] {
  return seen.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));
}

export const get: Operation<void, void> = operation(() => ({
  id: "get",
  method: "GET",
  path: "/things",
  responses: [empty(204)],
}));

export const post: Operation<unknown, void> = operation(() => ({
  id: "post",
  method: "POST",
  path: "/things",
  request: unknown,
  body: jsonBody(),
  responses: [empty(204)],
}));

/** A client whose calls need an access token. */
export function clientOf(
  serverURL: string,
  flows: OAuthFlows,
  options: CoreOptions = {},
  config: Partial<ClientConfig> = {},
): Client {
  const security = [[oauth2("login", flows, ["read", "write"])]];
  const given = { apiKeyHeader: undefined, login: credentials, ...options };
  return coreOf(serverURL, withTokenRenewal(given), { security, ...config });
}
