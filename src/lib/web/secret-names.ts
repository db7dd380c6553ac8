/**
 * Matches the names of members that hold secrets, in JSON and in queries. A key is secret by itself
 * or by what is said of it: most other keys name something.
 */
export const SECRET_MEMBER: RegExp =
  /auth(?!or(?!i[sz]))|cookie|(?<!allow-)credential|hmac|jwt|pass(?:w|phrase)|secret|sess(?:ion|id)|signature|token|(?:(?<![a-z])|(?<=%(?:25)*[\da-f]{2}))(?:otp|pass|pwd|sig)(?![a-z])|(?:(?<![\w-])|(?<=%(?:25)*[\da-f]{2}))key(?!word)|(?:access|api|master|private|subscription)[-_.]?key/i;

/** Matches the names of headers that hold secrets. An idempotency key is not a secret. */
export const SECRET_HEADER: RegExp = /* @__PURE__ */ (() =>
  new RegExp(`${SECRET_MEMBER.source}|(?<!idempotency-)key(?!word)`, "i"))();

/**
 * A parameter of a query or a fragment with a secret name, and its value, unless that is a flag. Of
 * a URL that is itself the value of a parameter, the parameters are escaped: the value goes on to
 * the end of that URL.
 */
const SECRET_PARAMETER = /* @__PURE__ */ (() =>
  new RegExp(
    `((?:[?&#]|%(?:25)*(?:3f|26|23))(?:NAME(?:${SECRET_MEMBER.source}|x-(?:amz|goog)-)NAME|(?:amp;)?code(?:_verifier)?)(?:=|%(?:25)*3d))(?!(?:true|false)END)VALUE*`
      .replaceAll("NAME", String.raw`[\w.~$+[\]%;-]{0,40}?`)
      .replace("END", "(?!VALUE)")
      .replaceAll("VALUE", String.raw`[^&#\s"<>]`),
    "gi",
  ))();

/** Removes user names, passwords and values of parameters with secret names from URLs in a text. */
export function redactURLs(text: string): string {
  return text.replace(/\/\/[^/?#\s"<>]*@/g, "//***@").replace(SECRET_PARAMETER, "$1***");
}
