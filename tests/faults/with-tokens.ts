/** An SDK that gets access tokens, as the generator writes them. */
import type { RequestOptions } from "connections-sdk";
import {
  Client,
  type ClientOptions,
  empty,
  jsonBody,
  method,
  operation,
  unknown,
} from "../../src/lib/typed.js";
import {
  type OAuthClientCredentials,
  oauth2,
  withTokenRenewal,
} from "../../src/lib/oauth/index.js";
import type { Operation } from "../../src/lib/index.js";
import type { Verb } from "./kind.js";

const get: Operation<unknown, void> = operation(() => ({
  id: "get",
  method: "GET",
  path: "/",
  request: unknown,
  responses: [empty("2XX")],
}));

const generate: Operation<unknown, void> = operation(() => ({
  id: "generate",
  method: "POST",
  path: "/",
  request: unknown,
  body: jsonBody(),
  responses: [empty("2XX")],
}));

type Call = (
  verb: Verb,
  request: unknown,
  options: RequestOptions | undefined,
) => PromiseLike<unknown>;

function named(verb: Verb): Operation<unknown, void> {
  return verb === "generate" ? generate : get;
}

/** The calls of such an SDK. */
export function withTokens(
  given: ClientOptions,
  login: () => OAuthClientCredentials,
): { readonly function: Call; readonly method: Call } {
  const config = { servers: [], security: [[oauth2("login", {})]] };
  const client = new Client(config, withTokenRenewal({ ...given, login }));
  return {
    function: (verb, request, options) => named(verb)(client, request, options),
    method: (verb, request, options) => method(named(verb), client, request, options),
  };
}
