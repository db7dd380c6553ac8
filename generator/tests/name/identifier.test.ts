import fc from "fast-check";
import { expect, test } from "vitest";
import {
  camel,
  identifier,
  memberName,
  pascal,
  screaming,
  shortened,
  words,
} from "../../src/name/identifier.js";

test.each<readonly [string, string, string, string]>([
  // name, camelCase, PascalCase, SCREAMING_SNAKE
  ["projectIdOrName", "projectIdOrName", "ProjectIdOrName", "PROJECT_ID_OR_NAME"],
  ["APIKeyHeader", "apiKeyHeader", "APIKeyHeader", "API_KEY_HEADER"],
  ["APIKey", "apiKey", "APIKey", "API_KEY"],
  ["auth_header", "authHeader", "AuthHeader", "AUTH_HEADER"],
  ["list-connections", "listConnections", "ListConnections", "LIST_CONNECTIONS"],
  ["X-Api-Key", "xApiKey", "XApiKey", "X_API_KEY"],
  ["bad_credentials", "badCredentials", "BadCredentials", "BAD_CREDENTIALS"],
  [
    "oauth2/authorizationCode",
    "oauth2AuthorizationCode",
    "Oauth2AuthorizationCode",
    "OAUTH2_AUTHORIZATION_CODE",
  ],
  [
    "oauth2/authorizationCodePKCE",
    "oauth2AuthorizationCodePKCE",
    "Oauth2AuthorizationCodePKCE",
    "OAUTH2_AUTHORIZATION_CODE_PKCE",
  ],
  ["getHTTPResponseCode", "getHTTPResponseCode", "GetHTTPResponseCode", "GET_HTTP_RESPONSE_CODE"],
  ["listDVRs", "listDVRs", "ListDVRs", "LIST_DVRS"],
  ["getIDsOfURLs2", "getIDsOfURLs2", "GetIDsOfURLs2", "GET_IDS_OF_URLS2"],
  ["DVRs", "dvrs", "DVRs", "DVRS"],
  ["APIStatus", "apiStatus", "APIStatus", "API_STATUS"],
  ["USstates", "uSstates", "USstates", "U_SSTATES"],
  [
    "exchangeAuthCodeForAPIKey",
    "exchangeAuthCodeForAPIKey",
    "ExchangeAuthCodeForAPIKey",
    "EXCHANGE_AUTH_CODE_FOR_API_KEY",
  ],
  [
    "createBYOKKeyRequest",
    "createBYOKKeyRequest",
    "CreateBYOKKeyRequest",
    "CREATE_BYOK_KEY_REQUEST",
  ],
  ["get_DVR_list", "getDVRList", "GetDVRList", "GET_DVR_LIST"],
  ["GET_DVR_LIST", "getDvrList", "GETDVRLIST", "GET_DVR_LIST"],
  ["X-API-KEY", "xApiKey", "XAPIKEY", "X_API_KEY"],
  ["x-API-KEY", "xApiKey", "XAPIKEY", "X_API_KEY"],
  ["X-API-Key", "xApiKey", "XAPIKey", "X_API_KEY"],
  ["User API Keys", "userApiKeys", "UserAPIKeys", "USER_API_KEYS"],
  ["HTTP2Server", "http2Server", "HTTP2Server", "HTTP2_SERVER"],
  ["_links", "links", "Links", "LINKS"],
  ["@type", "type", "Type", "TYPE"],
  ["filter[name]", "filterName", "FilterName", "FILTER_NAME"],
  ["v1.2", "v1_2", "V1_2", "V1_2"],
  ["2fa", "2Fa", "2Fa", "2_FA"],
  ["größe des Kontos", "größeDesKontos", "GrößeDesKontos", "GRÖSSE_DES_KONTOS"],
  ["名前", "名前", "名前", "名前"],
  ["Ünïcode Åbc", "ünïcodeÅbc", "ÜnïcodeÅbc", "ÜNÏCODE_ÅBC"],
  ["m²", "m2", "M2", "M2"],
  ["🚀 launch", "launch", "Launch", "LAUNCH"],
  ["+1", "plus1", "Plus1", "PLUS_1"],
  ["-1", "minus1", "Minus1", "MINUS_1"],
  [">=", "greaterEqual", "GreaterEqual", "GREATER_EQUAL"],
  ["", "", "", ""],
])("%j is %s, %s and %s", (name, asCamel, asPascal, asScreaming) => {
  expect([camel(name), pascal(name), screaming(name)]).toEqual([asCamel, asPascal, asScreaming]);
});

test.each([
  ["redirectURL", "redirectURL"],
  ["id", "id"],
  ["user_id", "userId"],
  ["UserID", "userID"],
  ["USER_ID", "userId"],
  ["$ref", "ref"],
  ["__proto__", "proto"],
])("the member for %s is %s", (wire, member) => {
  expect(memberName(wire)).toBe(member);
});

test.each([
  ["a b", "ab"],
  ["2fa", "_2fa"],
  ["", "none"],
  ["🚀", "none"],
  ["ok", "ok"],
])("the identifier for %j is %s", (text, want) => {
  expect(identifier(text, "none")).toBe(want);
});

test("every string gives a valid identifier in every case", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const name of [camel(text), pascal(text), memberName(text), text]) {
        expect(identifier(name, "fallback")).toMatch(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u);
      }
    }),
  );
});

test("words contain every letter and digit", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 _./-]{0,20}$/), (text) => {
      if (!/[A-Za-z]/.test(text)) return;
      expect(words(text).join("")).toBe(text.replaceAll(/[^A-Za-z0-9]/g, ""));
    }),
  );
});

test("no name is too long for a file, and no character is cut in two", () => {
  expect(identifier("a".repeat(400), "x")).toBe("a".repeat(150));
  expect(shortened("字".repeat(400))).toBe("字".repeat(50));
  expect(shortened("𝒂".repeat(400))).toBe("𝒂".repeat(37));
});
