/** The unified API on Ampersand: masks, `extra`, and replaced credentials. */
import { type Credentials, SDK, SDKValidationError } from "connections-sdk";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { errorOf } from "../../contract/calls.js";

let served: ServedEmulator;
let sdk: SDK;
beforeAll(async () => {
  served = await serve();
  sdk = new SDK({ apiKeyHeader: "key", serverURL: served.serverURL("ampersand") });
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const project = { projectIdOrName: "my-project" };
const one = { ...project, connectionId: "conn-0001" };
const whole = { ...project, groupRef: "g", consumerRef: "c", provider: "apollo" };
const metadata = { region: { value: "eu", source: "input" } };
const body = (): unknown => served.emulator.log.at(-1)?.body;
const stored = (id: string): unknown =>
  served.emulator.ampersand.connections.find((connection) => connection.id === id)?.credentials;

const masks: [object, string[]][] = [
  [{ extra: { providerWorkspaceRef: "w" } }, ["providerWorkspaceRef"]],
  [
    { extra: { providerWorkspaceRef: "w", providerMetadata: metadata } },
    ["providerWorkspaceRef", "providerMetadata"],
  ],
  [{ extra: { providerWorkspaceRef: "w", providerMetadata: undefined } }, ["providerWorkspaceRef"]],
  [{ credentials: undefined, extra: { providerMetadata: {} } }, ["providerMetadata"]],
  [
    {
      extra: { providerWorkspaceRef: "w", providerMetadata: {}, updateMask: ["providerMetadata"] },
    },
    ["providerMetadata"],
  ],
];
test.for(masks)("the mask of %o is %o", async ([change, updateMask]) => {
  await sdk.connections.update({ ...one, ...change });
  expect(body()).toMatchObject({ updateMask });
});

const replacements: [
  string,
  Credentials & { type: "apiKey" | "basic" | "clientCredentials" },
  object,
][] = [
  ["conn-0003", { type: "apiKey", apiKey: "new" }, { apiKey: "new" }],
  [
    "conn-0004",
    { type: "clientCredentials", clientId: "i", clientSecret: "s" },
    { oauth2ClientCredentials: { clientId: "i", clientSecret: "s" } },
  ],
  [
    "conn-0005",
    { type: "basic", username: "u", password: "p" },
    { basicAuth: { username: "u", password: "p" } },
  ],
];
test.for(replacements)(
  "%s accepts %o as new credentials",
  async ([connectionId, credentials, kept]) => {
    const request = { ...project, connectionId, credentials };
    const connection = await sdk.connections.updateAuthorization(request);
    expect(connection).toMatchObject({ id: connectionId, status: "active" });
    expect(connection).not.toHaveProperty("authorizationUrl");
    expect(stored(connectionId)).toEqual(kept);
    expect(body()).toMatchObject({ updateMask: Object.keys(kept) });
    served.emulator.reset();
    expect(await sdk.connections.update(request)).toMatchObject({ status: "active" });
    expect(stored(connectionId)).toEqual(kept);
  },
);

test("an update without changes is refused before it is sent", async () => {
  for (const change of [{}, { extra: {} }, { extra: { providerWorkspaceRef: undefined } }]) {
    const error = errorOf(await connectionsUpdate(sdk, { ...one, ...change }));
    expect(error.message).toBe(
      "Request validation failed: expected at least one change: credentials, or members of extra",
    );
  }
  expect(served.emulator.log).toEqual([]);
});

test("an invalid member of extra is reported there", async () => {
  const bad = 7 as never;
  const errors = [
    errorOf(await connectionsGet(sdk, { ...one, extra: { includeCreds: "yes" as never } })),
    errorOf(await connectionsUpdate(sdk, { ...one, extra: { providerWorkspaceRef: bad } })),
    errorOf(await connectionsUpdate(sdk, { ...one, extra: { updateMask: bad } })),
    errorOf(await connectionsGenerate(sdk, { ...whole, extra: { groupName: bad } })),
    errorOf(
      await connectionsGenerate(sdk, {
        ...whole,
        extra: { providerMetadata: { a: { value: bad, source: "input" } } },
      }),
    ),
  ];
  expect(errors.map((error) => (error as SDKValidationError).issues[0]?.path.join("."))).toEqual([
    "extra.includeCreds",
    "extra.providerWorkspaceRef",
    "extra.updateMask",
    "extra.groupName",
    "extra.providerMetadata.a.value",
  ]);
  expect(served.emulator.log).toEqual([]);
});

test("the path of a value that cannot be serialized has no envelope", async () => {
  const values = { huge: 1n };
  const error = errorOf(
    await connectionsGenerate(sdk, { ...whole, credentials: { type: "custom", values } }),
  );
  expect(error).toMatchObject({
    name: "SDKValidationError",
    issues: [{ path: ["credentials", "values", "huge"] }],
  });
  const extra = {
    providerMetadata: { huge: { value: "v", source: "input", displayName: "d", tomorrow: 1n } },
  } as object;
  expect(errorOf(await connectionsGenerate(sdk, { ...whole, extra }))).toMatchObject({
    name: "SDKValidationError",
    issues: [{ path: ["extra", "providerMetadata", "huge", "tomorrow"] }],
  });
});

test("extra cannot override a coordinate", async () => {
  const extra = { connectionId: "conn-0002" } as object;
  const connection = await sdk.connections.get({ ...one, extra });
  expect(connection.id).toBe("conn-0001");
  const sent = served.emulator.log.length;
  for (const other of [{ groupRef: "another" }, { projectIdOrName: "other-project" }] as object[])
    await expect(sdk.connections.generate({ ...whole, extra: other })).rejects.toMatchObject({
      name: "InvalidRequestError",
    });
  expect(served.emulator.log).toHaveLength(sent);
});

test("unknown members are sent, those of credentials included", async () => {
  const credentials = { type: "oauth2", refreshToken: "rt", tomorrow: true } as Credentials;
  await sdk.connections.generate({ ...whole, provider: "salesforce", credentials });
  expect(served.emulator.ampersand.connections.at(-1)?.credentials).toEqual({
    oauth2AuthorizationCode: { refreshToken: { token: "rt" }, tomorrow: true },
  });
});

test("$inspect of a call that was not sent has no request", async () => {
  const [result, inspection] = await connectionsUnlink(sdk, {} as never).$inspect();
  expect(result.ok).toBe(false);
  expect(inspection).toEqual({ request: undefined, response: undefined });
  const [, refused] = await connectionsGet(sdk, {} as never).$inspect();
  expect(refused).toEqual({ request: undefined, response: undefined });
});
