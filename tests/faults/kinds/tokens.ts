import { KEY } from "../good.js";
import type { Ending, Group, Kind } from "../kind.js";
import { statusLine } from "../../support/raw-server.js";
import type { Serve } from "./serving.js";

type Tokens = NonNullable<Kind["tokens"]>;

const JSON_TYPE = { "content-type": "application/json" };
const json =
  (status: number, value: unknown): Tokens =>
  ({ respond }) =>
    respond(status, JSON_TYPE, typeof value === "string" ? value : JSON.stringify(value));

/** Issues a token that is a new one each time. */
const issue: Tokens = ({ count, respond }) => {
  const token = { access_token: `${KEY}-${count}`, token_type: "Bearer", expires_in: 3600 };
  respond(200, JSON_TYPE, JSON.stringify(token));
};
const done: Serve = ({ respond }) => respond(204);
const response: Ending = { value: "the response" };

/** A token endpoint that may respond as it should in a moment. */
const passing = (name: string, tokens: Tokens, message: RegExp): Kind => ({
  name: `the token endpoint ${name}`,
  tokens,
  server: { serve: done },
  expect: { error: "ConnectionError", message, attempts: [1, 3], requests: [0, 0] },
});

/** A token endpoint that would respond in the same way again. */
const final = (name: string, tokens: Tokens, message: RegExp): Kind => ({
  name: `the token endpoint ${name}`,
  tokens,
  server: { serve: done },
  expect: { error: "InvalidRequestError", message, attempts: [1, 1], requests: [0, 0] },
});

const hanging = (name: string, tokens: Tokens): Kind => ({
  name: `the token endpoint ${name}`,
  tokens,
  server: { serve: done },
  client: () => ({ timeoutMs: 100 }),
  expect: {
    error: "RequestTimeoutError",
    message: /^Request timed out after 100 ms \(timeoutMs\)$/,
    attempts: [1, 3],
    requests: [0, 0],
  },
});

/** Faults of a token endpoint, and of access tokens. */
export const tokens: Group = {
  name: "Access tokens",
  about:
    "The call needs an access token (OAuth 2.0), and its client has a client ID and secret. Nothing is sent to the API without a token. The errors name the client option and show no secret.",
  kinds: [
    passing("closes the connection", ({ socket }) => socket.destroy(), /^login: the token request/),
    passing(
      "cuts its response",
      ({ socket, done: finish }) => {
        socket.end(`${statusLine(200)}content-length: 99\r\n\r\n{"access_token":"${KEY}`);
        finish();
      },
      /^login: the token request/,
    ),
    ...[408, 429, 500, 502, 503].map((status) =>
      passing(
        `responds with ${status}`,
        json(status, { error: "server_error" }),
        new RegExp(`^login: the token endpoint .* responded with status ${status}$`),
      ),
    ),
    hanging("never responds", () => {}),
    hanging("sends half of its response and hangs", ({ socket }) => {
      socket.write(`${statusLine(200)}content-length: 99\r\n\r\n{"access_token":`);
    }),
    final(
      "refuses the client",
      json(401, { error: "invalid_client", error_description: `secret ${KEY} is wrong` }),
      /refused the request: invalid_client \(secret \*\*\* is wrong\)/,
    ),
    final("refuses the scopes", json(400, { error: "invalid_scope" }), /invalid_scope/),
    final("responds with 404", json(404, "{}"), /responded with status 404$/),
    final(
      "redirects",
      ({ respond }) => respond(307, { location: "/elsewhere" }),
      /redirects, which is not followed: set tokenURL/,
    ),
    final("returns HTML", json(200, "<html>"), /returned no access_token as JSON$/),
    final("returns an empty body", json(200, ""), /returned no access_token as JSON$/),
    final("returns no token", json(200, { expires_in: 60 }), /returned no access_token as JSON$/),
    final("returns a list", json(200, [KEY]), /returned no access_token as JSON$/),
    final("returns 3 MB", json(200, "x".repeat(3_000_000)), /returned no access_token as JSON$/),
    final(
      "returns a token with a line break",
      json(200, { access_token: `${KEY}\r\nx: y` }),
      /returned an access_token that no header can hold$/,
    ),
    final(
      "returns a token that is not a bearer token",
      json(200, { access_token: KEY, token_type: "DPoP" }),
      /returned a token of type "DPoP": only bearer tokens are supported$/,
    ),
    {
      name: "the token endpoint fails once, for a POST",
      verb: "generate",
      tokens: (exchange, scene) => (exchange.count === 1 ? json(503, "") : issue)(exchange, scene),
      server: { serve: done },
      expect: {
        error: "ConnectionError",
        message: /responded with status 503$/,
        retried: response,
        attempts: [1, 2],
        requests: [0, 1],
      },
    },
    {
      name: "the API refuses the first token, for a POST",
      verb: "generate",
      tokens: issue,
      server: { serve: ({ count, respond }) => respond(count === 1 ? 401 : 204) },
      expect: { ...response, attempts: [1, 1], requests: [2, 2] },
    },
    {
      name: "the API refuses every token",
      tokens: issue,
      server: { serve: ({ respond }) => respond(401) },
      expect: {
        error: "APIError",
        message: /^401 Unauthorized$/,
        attempts: [1, 1],
        requests: [2, 2],
      },
    },
    {
      name: "the API refuses the first token, and the token endpoint the second request",
      tokens: (exchange, scene) =>
        (exchange.count === 1 ? issue : json(400, { error: "unauthorized_client" }))(
          exchange,
          scene,
        ),
      server: { serve: ({ respond }) => respond(401) },
      expect: {
        error: "InvalidRequestError",
        message: /refused the request: unauthorized_client$/,
        attempts: [1, 1],
        requests: [1, 1],
      },
    },
  ],
};
