/**
 * Matches the names of headers and query parameters that hold secrets. An idempotency key is not a
 * secret.
 */
export const SECRET_NAME: RegExp =
  /(?<!idempotency[-_]?)key(?!word)|auth(?!or(?!i[sz]))|cookie|(?<!allow-)credential|hmac|jwt|pass(?:w|phrase)|secret|sess(?:ion|id)|signature|token|(?<![a-z])(?:otp|pass|pwd|sig)(?![a-z])/i;

/**
 * A parameter of a query or a fragment with a secret name, and its value. Of a URL that is itself
 * the value of a parameter, the parameters are escaped: the value goes on to the end of that URL.
 */
const SECRET_PARAMETER = /* @__PURE__ */ new RegExp(
  `((?:[?&#]|%(?:25)*(?:3f|26|23))(?:NAME?(?:${SECRET_NAME.source}|x-(?:amz|goog)-)NAME?|(?:amp;)?code(?:_verifier)?)(?:=|%(?:25)*3d))[^&#\\s"<>]*`.replaceAll(
    "NAME",
    String.raw`[\w.~$+[\]%;-]{0,40}`,
  ),
  "gi",
);

/** Removes user names, passwords and the values of parameters with secret names from URLs in a text. */
export function redactURLs(text: string): string {
  return text.replace(/\/\/[^/?#\s"<>]*@/g, "//***@").replace(SECRET_PARAMETER, "$1***");
}
