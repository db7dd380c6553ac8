import { expect, test } from "vitest";
import { defaultPlatform, platformNames } from "../support/platforms.js";
import { type Bundle, bundle } from "./bundle.js";
import { rootFunction, rootSDK } from "./modules.js";
import { listOf, rootListOn, rootSDKOn } from "./platform-modules.js";
import { modulesOf, wordsOf } from "./platform-words.js";

/** What is bundled, and the platforms whose code may be in it. */
type Case = readonly [what: string, module: string, own: readonly string[]];

const cases: readonly Case[] = [
  ...platformNames.map((name): Case => [
    `one function of the SDK of ${name}`,
    listOf(name),
    [name],
  ]),
  // The default platform's list is part of the function itself, and the class has all verbs of it.
  ["one root function", rootFunction, [defaultPlatform]],
  ...platformNames.map((name): Case => [
    `one root function on ${name}`,
    rootListOn(name),
    [name, defaultPlatform],
  ]),
  ["the root SDK", rootSDK, [defaultPlatform]],
  ...platformNames.map((name): Case => [
    `the root SDK on ${name}`,
    rootSDKOn(name),
    [name, defaultPlatform],
  ]),
];

test.each(cases)("%s contains its platform's code and no other's", async (_, module, own) => {
  const made = await bundle(module, { named: true });
  const found = platformNames.filter(
    (name) => wordsOf(name, made).length > 0 || modulesOf(name, made).length > 0,
  );
  expect(new Set(found)).toEqual(new Set(own));
});

test.each(platformNames.filter((name) => name !== defaultPlatform))(
  "one root function on %s contains of the default platform only what its list needs",
  async (platform) => {
    const made: Bundle = await bundle(rootListOn(platform), { named: true });
    const modules = modulesOf(defaultPlatform, made).filter((path) => !path.startsWith("models/"));
    expect(new Set(modules)).toEqual(
      new Set(["coordinates.ts", "core.ts", "funcs/connectionsList.ts", "mapping.ts", "verbs.ts"]),
    );
    expect(made.code).not.toMatch(
      /connections:generate|:oauth-update|custom-auth|\{projectIdOrName\}\/connections\/\{connectionId\}/,
    );
  },
);

test.each(platformNames)("%s has words that no other platform uses", async (platform) => {
  const made = await bundle(listOf(platform), { named: true });
  expect(wordsOf(platform, made).length).toBeGreaterThan(10);
});
