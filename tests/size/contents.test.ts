import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type Bundle, bundle } from "./bundle.js";
import * as modules from "./modules.js";

/** Code that must not be in a bundle, and why. */
type Forbidden = readonly [what: string, pattern: RegExp, why: string];

const anywhere: readonly Forbidden[] = [
  ["eval", /\beval\(|Function\(/, "content security policies and edge runtimes forbid it"],
  [
    "zod's own code",
    /ZodObject|ZodString|ZodMini|\$constructor|globalConfig/,
    "our schemas need none of it",
  ],
  ["our code for zod", /\bfromZod\b|\brenamed\(/, "only SDKs that validate with zod need it"],
  ["an import", /\bfrom"|require\(/, "the package has no dependencies"],
  ["forms", /multipart|FormData/, "no operation sends a form"],
  ["rare styles", /deepObject|spaceDelimited|matrix/, "no parameter uses one"],
  ["base64", /toBase64|btoa\(/, "no operation uses HTTP basic or binary members"],
  ["bigints", /BigInt\(/, "no member is a bigint"],
  ["hooks", /addHook|beforeRequest/, "they come with HTTPClient, which is imported on its own"],
  ["hooks of an SDK's owner", /sdkInit|beforeCreateRequest/, "our SDKs are generated without them"],
  ["OAuth", /grant_type|access_token|client_secret/, "no scheme has a flow"],
  ["msw", /\bmsw\b/, "the emulator has its own import path"],
  ["pagination", /byPage|byCursor|byOffset|byUrl/, "Ampersand has no paginated operation"],
];

const ofOthers: readonly Forbidden[] = [
  ["generate", /connections:generate/, "another operation"],
  ["oauthUpdate", /:oauth-update/, "another operation"],
  ["get, update, delete", /connections\/\{connectionId\}/, "other operations"],
  ["waitFor", /waiting for the sign-in|intervalMs/, "another verb"],
  ["check", /cannot prove/, "another verb"],
  ["sign-ins", /oauth-connect|authorizationUrl/, "other verbs"],
  ["request bodies", /jsonBody/, "list sends none"],
  ["styles of arrays and objects", /names and values without/, "its parameters are strings"],
  ["readers of text and bytes", /zstd\/i\.test|identity"/, "its responses are JSON"],
  ["unions", /isUnknown|function union\(/, "its models use none"],
  [
    "SDK classes",
    /class (SDK|SDKNodePlatform|Connections|Resource)\b/,
    "functions do not need them",
  ],
];

const pages: Forbidden = [
  "pagination code",
  /\[Symbol.asyncIterator\]|PagedResult|function\*/,
  "list is not paginated here",
];

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

test.each(cases)(
  "the bundle of %s does not contain %s: %s",
  async (_, __, ___, module, pattern) => {
    const { code } = await named(module);
    const at = code.search(pattern);
    expect(at < 0 ? "" : code.slice(Math.max(0, at - 80), at + 80)).toBe("");
  },
);

test.each(bundles)("the bundle of %s contains no code of other packages", async (_, module) => {
  const { files } = await named(module);
  expect(files.filter(({ path }) => path.includes("node_modules"))).toEqual([]);
});

test.each(bundles)("the bundle of %s loads without any web or Node API", async (_, module) => {
  const { code } = await named(module);
  const script = code.replace(/export\{[^}]*\};?\s*$/, "");
  expect(script).not.toBe(code);
  // A fresh context has no fetch, Headers, Request, Response, AbortController, URL, process or
  // console.
  expect(runInNewContext(`${script}; "loaded"`)).toBe("loaded");
});
