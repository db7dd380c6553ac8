import { afterEach, expect, test, vi } from "vitest";
import { env, envFlag } from "../../../src/lib/web/env.js";
import { type ClientConfig, selectServerWithVariables } from "../../../src/lib/index.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test.for<[value: string | undefined, on: boolean]>([
  [undefined, false],
  ["", false],
  ["  ", false],
  ["0", false],
  ["false", false],
  ["FALSE", false],
  ["no", false],
  ["off", false],
  [" false ", false],
  ["1", true],
  ["true", true],
  ["yes", true],
  ["00", true],
])("an environment flag of %j is %j", ([value, on]) => {
  vi.stubEnv("CONNECTIONS_TEST_FLAG", value);
  expect(envFlag("CONNECTIONS_TEST_FLAG")).toBe(on);
});

test.for<[what: string, process: unknown]>([
  ["is none", undefined],
  ["has no env", {}],
  [
    "does not let us read it",
    {
      get env(): never {
        throw new Error("permission denied");
      },
    },
  ],
])("an environment that %s has no variables", ([, process]) => {
  vi.stubGlobal("process", process);
  const read = [env("HOME"), envFlag("HOME")];
  vi.unstubAllGlobals();
  expect(read).toEqual([undefined, false]);
});

const config: ClientConfig = {
  servers: [
    "https://plain.test",
    {
      id: "eu",
      url: "https://{region}.{tenant}.test/{v}",
      variables: { region: { default: "eu" }, v: { default: "v1" } },
    },
  ],
};

test.for<[options: Record<string, unknown>, url: string | undefined]>([
  [{}, "https://plain.test"],
  [{ serverIdx: 1, tenant: "acme" }, "https://eu.acme.test/v1"],
  [{ server: "eu", tenant: "acme", region: "us", v: "v2" }, "https://us.acme.test/v2"],
  [{ server: "eu" }, "https://eu.{tenant}.test/v1"],
  [{ server: "eu", serverIdx: 0, tenant: "a" }, "https://eu.a.test/v1"],
  [{ server: "mars" }, undefined],
  [{ serverIdx: 9 }, undefined],
])(
  "a server is selected by name or index, and its variables are replaced (case %#)",
  ([options, url]) => {
    expect(selectServerWithVariables(config, options)).toBe(url);
  },
);
