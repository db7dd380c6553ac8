/** Every operation of the generated SDK: its request on the wire, and what it returns. */
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { connectionsCustomAuthConnect } from "connections-sdk/ampersand/funcs/connectionsCustomAuthConnect.js";
import { connectionsDelete } from "connections-sdk/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionsOauthUpdate } from "connections-sdk/ampersand/funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "connections-sdk/ampersand/funcs/connectionsUpdate.js";
import { expect, test, vi } from "vitest";
import { emulated, one, project, whole, wire } from "./emulated.js";

const on = emulated();
const at = "/projects/my-project/connections";

test("list sends its filters as query parameters, and returns dates", async () => {
  const connections = await on.sdk().connections.list({ ...project, provider: "salesforce" });
  expect(connections).toMatchObject([
    {
      id: "conn-0001",
      createTime: new Date("2026-03-02T09:15:27.104Z"),
      providerApp: { createTime: expect.any(Date) as unknown },
      group: { groupName: "Acme Ltd", createTime: expect.any(Date) as unknown },
    },
  ]);
  expect(on.last()).toMatchObject({ method: "GET", path: `${at}?provider=salesforce` });
  expect(on.last()).not.toHaveProperty("body");
});

test("filters are encoded, and those that are undefined are not sent", async () => {
  const request = { ...project, groupRef: "a b&c=d/é+", consumerRef: undefined, provider: "" };
  expect(await on.sdk().connections.list(request)).toEqual([]);
  expect(on.last()?.path).toBe(`${at}?groupRef=a%20b%26c%3Dd%2F%C3%A9%2B&provider=`);
});

test("generate posts its body to a path with a literal colon, and accepts a 201", async () => {
  const request = { ...project, requestBody: { ...whole, apiKey: "sk" } };
  const made = await on.sdk().connections.generate(request);
  expect(made).toMatchObject({ provider: "apollo", apiKey: "sk", authScheme: "apiKey" });
  expect(on.last()).toMatchObject({
    method: "POST",
    path: `${at}:generate`,
    body: { ...whole, apiKey: "[redacted]" },
    headers: { "content-type": "application/json" },
    status: 201,
  });
});

test("dates of a request become strings", async () => {
  const expiresAt = new Date("2030-01-02T03:04:05.678Z");
  const oauth2AuthorizationCode = { accessToken: { token: "t", expiresAt }, scopes: ["s"] };
  const requestBody = { ...whole, provider: "salesforce", oauth2AuthorizationCode };
  await connectionsGenerate(on.sdk(), { ...project, requestBody });
  expect(on.emulator.ampersand.connections.at(-1)?.credentials).toEqual({
    oauth2AuthorizationCode: {
      accessToken: { token: "t", expiresAt: "2030-01-02T03:04:05.678Z" },
      scopes: ["s"],
    },
  });
  expect(expiresAt).toBeInstanceOf(Date);
});

test("get requests tokens, and returns their dates", async () => {
  const request = { ...one, includeRefreshToken: true, includeCreds: false };
  const [res, sent] = await connectionsGet(on.sdk(), request).$inspect();
  expect(res).toMatchObject({
    ok: true,
    value: {
      oauth2AuthorizationCode: {
        accessToken: { token: "access-0001", expiresAt: new Date("2099-01-01T00:00:00Z") },
        refreshToken: { token: "refresh-0001" },
      },
    },
  });
  expect(sent.request?.url).toMatch(/conn-0001\?includeCreds=false&includeRefreshToken=true$/);
  const fresh = await on.sdk().connections.get({ ...one, includeCreds: true, refresh: "force" });
  expect(fresh.oauth2AuthorizationCode?.accessToken).toMatchObject({
    token: expect.stringMatching(/^renewed/) as unknown,
    issuedAt: expect.any(Date) as unknown,
  });
});

test("update sends what its mask names", async () => {
  const connection = { providerWorkspaceRef: "acme-eu" };
  const requestBody = { updateMask: ["providerWorkspaceRef"], connection };
  const res = await connectionsUpdate(on.sdk(), { ...one, requestBody });
  expect(res).toMatchObject({ ok: true, value: connection });
  expect(res.ok && res.value.updateTime).toBeInstanceOf(Date);
  expect(on.last()).toMatchObject({ method: "PATCH", path: `${at}/conn-0001`, body: requestBody });
});

test("delete returns nothing for a 204", async () => {
  expect(await connectionsDelete(on.sdk(), one)).toEqual({ ok: true, value: undefined });
  expect(on.last()).toMatchObject({ method: "DELETE", path: `${at}/conn-0001`, status: 204 });
  expect(on.last()).not.toHaveProperty("body");
  expect(on.last()?.headers).not.toHaveProperty("content-type");
});

test("oauthUpdate returns a URL from plain text, and sends no body", async () => {
  const url = await on.sdk().connections.oauthUpdate(one);
  expect(url).toMatch(/^https:\/\/salesforce\.example\.com\/authorize\?/);
  expect(on.last()).toMatchObject({ method: "PATCH", path: `${at}/conn-0001:oauth-update` });
  expect(on.last()).not.toHaveProperty("body");
  const res = await connectionsOauthUpdate(on.sdk(), { ...one, connectionId: "conn-0003" });
  if (res.ok) expect.unreachable();
  expect(res.error).toMatchObject({ name: "OauthUpdateInputValidationProblem", statusCode: 400 });
});

test("customAuthConnect returns a redirect, and then the connection", async () => {
  const { connections } = on.sdk();
  const request = { ...project, ...whole, provider: "netsuite" };
  const first = await connections.customAuthConnect(request);
  if (!("redirect" in first)) return expect.unreachable();
  expect(first.redirect.url).toContain("netsuite");
  expect(on.last()).toMatchObject({ method: "POST", path: "/custom-auth/connect", body: request });

  const { sessionId } = first.redirect;
  const callbackParams = { code: "1" };
  const res = await connectionsCustomAuthConnect(on.sdk(), {
    ...project,
    sessionId,
    callbackParams,
  });
  if (!res.ok || !("connection" in res.value)) return expect.unreachable();
  expect(res.value.connection.createTime).toBeInstanceOf(Date);
  expect(res.value.connection.group.groupRef).toBe("g");
});

test("customAuthConnect keeps a response of an unknown variant", async () => {
  const response = { challenge: { kind: "otp" } };
  on.emulator.fail({ body: response });
  const res = await connectionsCustomAuthConnect(on.sdk(), { ...project, ...whole });
  expect(res).toEqual({ ok: true, value: { isUnknown: true, raw: response } });
});

test("customAuthConnect keeps unknown members of a known variant", async () => {
  on.emulator.fail({ body: { connection: wire, warnings: ["w"] } });
  const value = await on.sdk().connections.customAuthConnect({ ...project, ...whole });
  expect(value).toMatchObject({
    warnings: ["w"],
    connection: { createTime: expect.any(Date) as unknown },
  });
});

test("an error of customAuthConnect has its own class", async () => {
  const res = await connectionsCustomAuthConnect(on.sdk(), { projectIdOrName: "nowhere" });
  if (res.ok) expect.unreachable();
  expect(res.error).toMatchObject({
    name: "CustomAuthConnectInputValidationProblem",
    issues: [{ in: "body", name: "projectIdOrName", value: "nowhere" }],
  });
});

test("the SDK needs no options if the environment has the key", async () => {
  vi.stubEnv("SDKNODEPLATFORM_BEARER", "a.b.c");
  const serverURL = on.emulator.serverURL("ampersand");
  const promise = connectionsList(new SDKNodePlatform({ serverURL }), project);
  const [, { request }] = await promise.$inspect();
  expect(request?.headers["authorization"]).toBe("***");
  expect(request?.headers).not.toHaveProperty("x-api-key");
});
