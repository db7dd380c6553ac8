import * as z from "zod";
import { dateTime, define } from "../../lib/zod/classic.js";

const scopes = /* @__PURE__ */ define(() => z.array(z.string()).optional());

/** An API key. */
export const ApiKeyCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({ type: z.literal("apiKey"), apiKey: z.string() }),
);

/** A user name and password for HTTP basic authentication. */
export const BasicCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({ type: z.literal("basic"), username: z.string(), password: z.string() }),
);

/** Tokens from an OAuth 2 authorization that was made elsewhere. */
export const OAuth2Credentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("oauth2"),
    accessToken: z.string().optional(),
    refreshToken: z.string().optional(),
    expiresAt: z.date().optional(),
    scopes,
  }),
);

/** {@link OAuth2Credentials} and their JSON. */
export const OAuth2CredentialsWire = /* @__PURE__ */ define(() =>
  OAuth2Credentials.extend({ expiresAt: dateTime.optional() }),
);

/** An OAuth 2 client for the client credentials grant. */
export const ClientCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("clientCredentials"),
    clientId: z.string(),
    clientSecret: z.string(),
    scopes,
  }),
);

/** An OAuth 2 client and a user for the password grant. */
export const PasswordCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("password"),
    username: z.string(),
    password: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    scopes,
  }),
);

/** Credentials of any other kind, in the platform's or the service's own form. */
export const CustomCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({ type: z.literal("custom"), values: z.record(z.string(), z.unknown()) }),
);

/** The credentials of a connection, told apart by `type`. */
export const Credentials = /* @__PURE__ */ define(() =>
  z.discriminatedUnion("type", [
    ApiKeyCredentials,
    BasicCredentials,
    OAuth2Credentials,
    ClientCredentials,
    PasswordCredentials,
    CustomCredentials,
  ]),
);

/**
 * {@link Credentials} and their JSON, for requests that your users send you as JSON.
 *
 * @example
 *   const Body = NangoGenerateRequest.extend({ credentials: CredentialsWire.optional() });
 */
export const CredentialsWire = /* @__PURE__ */ define(() =>
  z.discriminatedUnion("type", [
    ApiKeyCredentials,
    BasicCredentials,
    OAuth2CredentialsWire,
    ClientCredentials,
    PasswordCredentials,
    CustomCredentials,
  ]),
);
