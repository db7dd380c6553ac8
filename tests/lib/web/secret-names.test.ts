import { expect, test } from "vitest";
import { SECRET_HEADER, redactURLs } from "../../../src/lib/web/secret-names.js";

test.for([
  "authorization",
  "proxy-authorization",
  "x-authorization",
  "x-auth",
  "x-auth-token",
  "x-auth-user",
  "cookie",
  "set-cookie",
  "api-key",
  "apikey",
  "x-api-key",
  "x-api-secret",
  "x-functions-key",
  "ocp-apim-subscription-key",
  "x-amz-security-token",
  "x-csrf-token",
  "x-jwt",
  "jwt",
  "x-jwt-assertion",
  "x-session",
  "x-session-id",
  "x-session-token",
  "x-signature",
  "x-hub-signature-256",
  "x-shopify-hmac-sha256",
  "x-password",
  "x-passphrase",
  "x-credential",
  "x-goog-iap-jwt-assertion",
  "x-otp",
])("%s is the name of a header with a secret", (name) => {
  expect(SECRET_HEADER.test(name)).toBe(true);
  expect(SECRET_HEADER.test(name.toUpperCase())).toBe(true);
});

test.for([
  "idempotency-key",
  "accept",
  "content-type",
  "user-agent",
  "x-request-id",
  "x-tenant",
  "x-author",
  "x-keywords",
  "x-design",
  "x-compass",
  "x-assignee",
  "access-control-allow-credentials",
  "retry-after",
  "etag",
  "location",
  "link",
  "traceparent",
  "x-amz-request-id",
])("%s is not", (name) => {
  expect(SECRET_HEADER.test(name)).toBe(false);
});

const members = [
  "token",
  "access_token",
  "accessToken",
  "refresh-token",
  "id_token",
  "key",
  "api_key",
  "apiKey",
  "subscription-key",
  "AWSAccessKeyId",
  "Key-Pair-Id",
  "secret",
  "client_secret",
  "signature",
  "sig",
  "password",
  "passwd",
  "pwd",
  "pass",
  "code",
  "code_verifier",
  "credential",
  "credentials",
  "auth",
  "authorization",
  "session",
  "sessionId",
  "session_id",
  "PHPSESSID",
  "jwt",
  "otp",
  "hmac",
  "X-Amz-Signature",
  "X-Amz-Credential",
  "X-Amz-Security-Token",
  "X-Amz-Date",
  "x-goog-signature",
  "filter[token]",
  "filter%5Btoken%5D",
  "auth.key",
  "filter[key]",
];

test.for(members)("the value of %s in a URL is redacted", (name) => {
  for (const value of ["abc", "trueish", "a%26b", "a%2Bb/c=", "", "a.b-c_d~e!$'()*,;:@"]) {
    expect(redactURLs(`https://a.test/p?x=1&${name}=${value}&y=2`)).toBe(
      `https://a.test/p?x=1&${name}=***&y=2`,
    );
    expect(redactURLs(`/p?${name}=${value}`)).toBe(`/p?${name}=***`);
    expect(redactURLs(`https://a.test/p#${name}=${value}`)).toBe(`https://a.test/p#${name}=***`);
    const within = encodeURIComponent(`https://b.test/?${name}=`);
    const nested = `https://a.test/?to=${within}${encodeURIComponent(value)}&y=2`;
    expect(redactURLs(nested)).toBe(`https://a.test/?to=${within}***&y=2`);
  }
});

test.for([
  "https://a.test/things?provider=salesforce&pageSize=2&cursor=abc&page=1",
  "https://a.test/things?author=me&authorId=1&keyword=a&countryCode=DE&status_code=3&design=x",
  "https://a.test/p?idempotency-key=1&idempotency_key=2&idempotencyKey=3",
  "https://a.test/things?provider_config_key=a&sortKey=b&connection_key=c&monkey=d",
  "https://a.test/things?includeRefreshToken=true&refresh_token=false",
  "https://a.test/token/key=1",
  "the key=value of a token",
  "https://a.test/?token",
  "https://a.test/~user/a@b",
])("nothing of %s is redacted", (url) => {
  expect(redactURLs(url)).toBe(url);
});

test.for<[what: string, text: string, shown: string]>([
  ["a user name and password", "https://user:pa@ss@a.test/", "https://***@a.test/"],
  ["a user name", "see //token@a.test/x, and go", "see //***@a.test/x, and go"],
  [
    "a URL within a URL",
    "https://a.test/cb?to=https%3A%2F%2Fb.test%2F%3Fx%3D1%26token%3Dabc%26y%3D2&z=1",
    "https://a.test/cb?to=https%3A%2F%2Fb.test%2F%3Fx%3D1%26token%3D***&z=1",
  ],
  [
    "a URL within a URL within a URL",
    "https://a.test/?to=https%3A%2F%2Fb.test%3Fto%3Dc.test%253Ftoken%253Dabc",
    "https://a.test/?to=https%3A%2F%2Fb.test%3Fto%3Dc.test%253Ftoken%253D***",
  ],
  [
    "a link header",
    '<https://a.test/?token=abc&page=2>; rel="next", <https://a.test/?page=9&sig=x>; rel="last"',
    '<https://a.test/?token=***&page=2>; rel="next", <https://a.test/?page=9&sig=***>; rel="last"',
  ],
  ["a text", "GET https://a.test/?key=abc failed", "GET https://a.test/?key=*** failed"],
  ["JSON", '{"url":"https://a.test/?key=abc"}', '{"url":"https://a.test/?key=***"}'],
  ["HTML", "https://a.test/?a=1&amp;key=abc", "https://a.test/?a=1&amp;key=***"],
])("the secrets of %s are redacted", ([, text, shown]) => {
  expect(redactURLs(text)).toBe(shown);
});

test("redacting URLs is linear", () => {
  for (const pump of [
    "&a",
    "?token",
    "&",
    "%26",
    "%26token",
    "%2526a%253D",
    "//",
    "//a@",
    "a=b&",
  ]) {
    const time = (length: number): number => {
      const started = process.cpuUsage();
      redactURLs(`https://a.test/?${pump.repeat(length)}`);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    expect(time(65_536), pump).toBeLessThan(2000);
  }
});
