import { type Clock, withMicroseconds } from "../clock.js";
import type { SignInOutcome } from "../emulated-platform.js";
import { addConnection } from "./add-connection.js";
import { type AmpersandState, type CompleteRequest, nextId } from "./state.js";
import type { WireTokens } from "./wire.js";

/**
 * Plays the customer who opens the URL of `oauthConnect` or `oauthUpdate`. Its `state` is a
 * session, or the connection to authorize again.
 */
export function signIn(
  state: AmpersandState,
  clock: Clock,
  url: URL,
  outcome: SignInOutcome,
): boolean {
  if (!/^[\w-]+\.example\.com$/.test(url.host) || url.pathname !== "/authorize") return false;
  const id = url.searchParams.get("state");
  const session = state.sessions.find((each) => each.id === id);
  const connection = state.connections.find((each) => each.id === id);
  if (session) {
    state.sessions = state.sessions.filter((each) => each !== session);
    if (outcome === "deny") return true;
    const oauth2AuthorizationCode = tokens(state, clock);
    // checked when the session began
    const request = { ...session.request, oauth2AuthorizationCode } as CompleteRequest;
    addConnection(state, clock, session.project, request);
  } else if (connection && outcome === "allow") {
    connection.credentials.oauth2AuthorizationCode = tokens(state, clock);
    connection.status = "working";
    connection.updateTime = clock.timestamp();
  }
  return (session ?? connection) !== undefined;
}

function tokens(state: AmpersandState, clock: Clock): WireTokens {
  const id = nextId(state, "granted");
  const issuedAt = clock.timestamp();
  const expiresAt = withMicroseconds(new Date(clock.now().getTime() + 3_600_000));
  return {
    accessToken: { token: `access-${id}`, issuedAt, expiresAt },
    refreshToken: { token: `refresh-${id}`, issuedAt },
    scopes: ["read", "write"],
  };
}
