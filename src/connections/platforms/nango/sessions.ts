import type {
  APIPromise,
  Client,
  ClientError,
  RequestOptions,
  Result,
} from "../../../lib/index.js";
import { SECRET_MEMBER } from "../../../lib/web/secret-names.js";
import { checkBody } from "../../vocabulary/check-body.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { mapResult } from "../../vocabulary/map-result.js";
import { andThen } from "../../vocabulary/promises.js";
import { dateOf, listOf, membersOf, recordOf, stringOf } from "../../vocabulary/read.js";
import { type SignIn, sessionOf } from "../../vocabulary/sign-in.js";
import { connectionsCreateConnectSession } from "../../../platforms/nango/funcs/connectionsCreateConnectSession.js";
import { connectionsCreateReconnectSession } from "../../../platforms/nango/funcs/connectionsCreateReconnectSession.js";
import { connectionsList } from "../../../platforms/nango/funcs/connectionsList.js";
import {
  type ConnectSession,
  ConnectSessionRequest,
  ReconnectSessionRequest,
} from "../../../platforms/nango/models/components/connections.js";
import type {
  Response404,
  Response424,
} from "../../../platforms/nango/models/errors/connections.js";
import type { Response400 } from "../../../platforms/nango/models/errors/shared.js";
import { connectionHeld, holdingsIn } from "./existing.js";
import { connectionOf, revisionOf } from "./mapping.js";
import { mergedTags, tagsOf } from "./parties.js";
import type { NangoGenerateRequest, NangoUpdateAuthorizationRequest } from "./requests.js";

type SignInResult = APIPromise<
  Result<SignIn, Response400 | Response404 | Response424 | ClientError>
>;

/**
 * Sends the customer to sign in to a new connection. It gets the tags of the session, which say
 * whose it is, and by which it is found: Nango chooses its id.
 */
export function signIn(
  client: Client,
  request: NangoGenerateRequest,
  options: RequestOptions,
): SignInResult {
  const { provider, groupRef, consumerRef, extra } = request;
  requireProvider(request);
  if (request.connectionId !== undefined)
    throw invalidRequest(
      request,
      ["connectionId"],
      "expected none without credentials, because Nango chooses it. To have the customer sign in to an existing connection again, use updateAuthorization",
    );
  for (const name of Object.keys(extra ?? {}))
    if (!CARRIED.has(name))
      throw invalidRequest(
        request,
        ["extra", name],
        "expected none without credentials, because a sign-in does not carry it. Set it when the customer has signed in",
      );
  const body: ConnectSessionRequest = {
    ...(extra?.webhookUrlOverride !== undefined && {
      webhookUrlOverride: extra.webhookUrlOverride,
    }),
    tags: mergedTags(request),
    allowedIntegrations: [provider],
    ...defaultsOf(provider, extra?.connectionConfig),
  };
  checkBody(ConnectSessionRequest, body, request);
  const created = mapResult(
    request,
    () => connectionsCreateConnectSession(client, body, options),
    signInOf,
  );
  const whose = tagsOf(request);
  // Among everybody's connections it would not be found.
  if (Object.keys(whose).length === 0) return created;
  const place = {
    ...(groupRef !== undefined && { groupRef }),
    ...(consumerRef !== undefined && { consumerRef }),
    provider,
  };
  return andThen(created, (signedIn) =>
    mapResult(
      request,
      () => connectionsList(client, { tags: whose, integrationId: provider }, options),
      ({ connections }): SignIn => ({
        ...signedIn,
        session: sessionOf("nango", place, listOf(connections).map(connectionOf)),
      }),
    ),
  );
}

/**
 * Sends the customer to sign in to an existing connection again. What it holds is read first, and
 * goes along with the session as far as Nango accepts it: Nango would empty it.
 */
export function signInAgain(
  client: Client,
  request: NangoUpdateAuthorizationRequest,
  options: RequestOptions,
): SignInResult {
  const { provider, connectionId, extra } = request;
  const requestWith = (held: ReturnType<typeof holdingsIn>): ReconnectSessionRequest => ({
    connectionId,
    integrationId: provider,
    ...(held.tags && { tags: held.tags }),
    ...(held.webhookUrlOverride && { webhookUrlOverride: held.webhookUrlOverride }),
    ...defaultsOf(provider, { ...publicOf(held.connectionConfig), ...extra?.connectionConfig }),
  });
  checkBody(ReconnectSessionRequest, requestWith({}), request);
  return andThen(connectionHeld(client, request, options), (raw) =>
    mapResult(
      request,
      () => connectionsCreateReconnectSession(client, requestWith(holdingsIn(raw)), options),
      (created): SignIn => ({
        ...signInOf(created),
        session: sessionOf("nango", { provider, connectionId }, [connectionOf(raw)], revisionOf),
      }),
    ),
  );
}

/** The members of extra that a session carries. */
const CARRIED: ReadonlySet<string> = new Set(["connectionConfig", "tags", "webhookUrlOverride"]);

function requireProvider(request: NangoGenerateRequest): void {
  if (typeof request.provider !== "string")
    throw invalidRequest(request, ["provider"], "expected the id of an integration");
}

function signInOf({ data }: ConnectSession): SignIn {
  const { connectLink, expiresAt } = membersOf(data);
  const authorizationUrl = stringOf(connectLink);
  if (authorizationUrl === undefined) throw new TypeError("expected a connect_link");
  const expireTime = dateOf(expiresAt);
  return { type: "signIn", authorizationUrl, ...(expireTime && { expireTime }) };
}

/** The settings of a session for its integration, if there are any. */
function defaultsOf(
  provider: string,
  config: Readonly<Record<string, unknown>> | undefined,
): Pick<ConnectSessionRequest, "integrationsConfigDefaults"> {
  if (config === undefined || Object.keys(config).length === 0) return {};
  const { oauth_scopes_override: scopes } = config;
  const connectionConfig = {
    ...config,
    // A list in connections, and a string in sessions.
    ...(Array.isArray(scopes) && { oauth_scopes_override: scopes.join(",") }),
  };
  return { integrationsConfigDefaults: { [provider]: { connectionConfig } } };
}

/** Settings of a connection without secrets: the customer's browser reads those of a session. */
function publicOf(config: unknown): Record<string, unknown> {
  const entries = Object.entries(recordOf(config) ?? {});
  return Object.fromEntries(
    entries
      .filter(([name]) => name === "oauth_scopes_override" || !SECRET_MEMBER.test(name))
      .map(([name, value]) => [name, publicValue(value)]),
  );
}

function publicValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => publicValue(each));
  return recordOf(value) ? publicOf(value) : value;
}
