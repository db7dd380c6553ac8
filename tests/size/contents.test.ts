import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type Bundle, bundle } from "./bundle.js";
import * as modules from "./modules.js";

/** Something that must not be in a bundle, and why. */
type Forbidden = readonly [what: string, pattern: RegExp, why: string];

const anywhere: readonly Forbidden[] = [
  ["eval", /\beval\(|Function\(/, "content security policies and edge runtimes forbid it"],
  ["zod's own code", /ZodObject|ZodString|ZodMini|\$constructor|globalConfig/, "ours need none"],
  ["an import", /\bfrom"|require\(/, "there is no dependency to be resolved"],
  ["forms", /multipart|FormData/, "no operation sends one"],
  ["rare styles", /deepObject|spaceDelimited|matrix/, "no parameter is written so"],
  ["base64", /toBase64|btoa\(/, "no scheme is HTTP basic, no member binary"],
  ["bigints", /BigInt\(/, "no member is one"],
  ["hooks", /addHook|beforeRequest/, "they come with HTTPClient, which its user imports"],
  ["msw", /\bmsw\b/, "the emulator is an entry of its own"],
  ["pagers", /byPage|byCursor|byOffset|byUrl/, "no operation of Ampersand's comes in pages"],
];

const ofOthers: readonly Forbidden[] = [
  ["generate", /connections:generate/, "another operation"],
  ["oauthUpdate", /:oauth-update/, "another operation"],
  ["get, update, delete", /connections\/\{connectionId\}/, "other operations"],
  ["a body", /jsonBody/, "list sends none"],
  ["unions", /isUnknown|function union\(/, "its models hold none"],
  ["SDK classes", /class (SDK|SDKNodePlatform|Connections|Resource)\b/, "functions need none"],
];

const pages: Forbidden = ["paging", /asyncIterator|PagedResult|function\*/, "it has no pages"];

const bundles: readonly (readonly [string, string, readonly Forbidden[]])[] = [
  ["a platform's list", modules.platformFunction, [...anywhere, ...ofOthers, pages]],
  ["the root's list", modules.rootFunction, [...anywhere, ...ofOthers]],
  ["the root SDK", modules.rootSDK, anywhere],
];

const made = new Map<string, Promise<Bundle>>();

function named(module: string): Promise<Bundle> {
  const known = made.get(module) ?? bundle(module, { named: true });
  made.set(module, known);
  return known;
}

const cases = bundles.flatMap(([bundled, module, forbidden]) =>
  forbidden.map(([what, pattern, why]) => [bundled, what, why, module, pattern] as const),
);

test.each(cases)("the bundle of %s holds no %s: %s", async (_, __, ___, module, pattern) => {
  const { code } = await named(module);
  const at = code.search(pattern);
  expect(at < 0 ? "" : code.slice(Math.max(0, at - 80), at + 80)).toBe("");
});

test.each(bundles)("%s takes nothing of other packages", async (_, module) => {
  const { files } = await named(module);
  expect(files.filter(({ path }) => path.includes("node_modules"))).toEqual([]);
});

test.each(bundles)("%s loads where there is nothing but the language", async (_, module) => {
  const { code } = await named(module);
  const script = code.replace(/export\{[^}]*\};?\s*$/, "");
  expect(script).not.toBe(code);
  // A fresh context has no fetch, Headers, Request, Response, AbortController, URL, process or console.
  expect(runInNewContext(`${script}; "loaded"`)).toBe("loaded");
});
