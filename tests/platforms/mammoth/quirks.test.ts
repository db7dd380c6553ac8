/** Known quirks of the vendor's documents and servers, which the vendor's own SDKs get wrong. */
import { inspect } from "node:util";
import { SDK } from "connections-sdk";
import { type SDKOptions, mammoth } from "connections-sdk/mammoth";
import { connectionsCreate } from "connections-sdk/mammoth/funcs/connectionsCreate.js";
import { connectionsGet } from "connections-sdk/mammoth/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/mammoth/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/mammoth/funcs/connectionsUpdate.js";
import { expect, test } from "vitest";
import { config, connector, emulated, one } from "./emulated.js";

const on = emulated();

test.for(["workspaceId", "projectId", "connectorKey", "connectionKey"])(
  "a call without %s is not sent to any workspace",
  async (member) => {
    const res = await connectionsGet(on.sdk(), { ...one, [member]: undefined });
    if (res.ok) expect.unreachable();
    expect(res.error).toMatchObject({ name: "SDKValidationError", issues: [{ path: [member] }] });
    expect(on.emulator.log).toEqual([]);
  },
);

test.for<[string, string]>([
  ["postgres", "postgres"],
  ["cG9zdGdyZXM=", "cG9zdGdyZXM%3D"],
  ["a/../b=", "a%2F..%2Fb%3D"],
  ["k?x#y+", "k%3Fx%23y%2B"],
])("the key %s goes into the path as %s", async ([key, encoded]) => {
  await connectionsGet(on.sdk(), { ...one, connectorKey: key, connectionKey: key });
  expect(on.last()?.path).toBe(
    `/workspaces/4/projects/12/connectors/${encoded}/connections/${encoded}`,
  );
});

test.for(["", ".", ".."])("the key %j is not sent", async (connectionKey) => {
  const res = await connectionsGet(on.sdk(), { ...one, connectionKey });
  expect(res).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
  expect(on.emulator.log).toEqual([]);
});

const halves: SDKOptions["security"][] = [
  undefined,
  {},
  { apiKey: "key" },
  { apiSecret: "secret" },
  { apiKey: "key", apiSecret: "" },
];
test.for(halves)(
  "the key and the secret are both required: with %o nothing is sent",
  async (security) => {
    const res = await connectionsList(on.sdk({ security }), connector);
    if (res.ok) expect.unreachable();
    expect(res.error.message).toContain("apiKey with apiSecret");
    expect(on.emulator.log).toEqual([]);
  },
);

test("both are sent on every attempt, and read again each time", async () => {
  on.emulator.fail({ status: 503 });
  let asked = 0;
  const apiSecret = async (): Promise<string> => `secret-${(asked += 1)}`;
  const res = await connectionsList(on.sdk({ security: { apiKey: "key", apiSecret } }), connector);
  expect(res.ok).toBe(true);
  expect(asked).toBe(2);
  for (const { headers } of on.emulator.log) {
    expect(headers).toMatchObject({ "x-api-key": "[redacted]", "x-api-secret": "[redacted]" });
  }
});

test.for<[number, object]>([
  [200, { job_id: 7 }],
  [201, { connection_key: "k", connection_config: {} }],
  [201, {}],
  [202, { job_id: 7, status_code: 202, failure_reason: null }],
  [202, { job_id: null }],
])("create succeeds with a %i: %o", async ([status, body]) => {
  on.emulator.fail({ status, body });
  const res = await connectionsCreate(on.sdk(), { ...connector, requestBody: config });
  expect(res.ok).toBe(true);
  expect(on.emulator.log).toHaveLength(1);
});

test.for([{}, [], null, "text", 7, [{ name: "x" }]])(
  "get and update return any JSON: %o",
  async (body) => {
    const fault = { body: JSON.stringify(body), contentType: "application/json" };
    on.emulator.fail(fault);
    expect(await connectionsGet(on.sdk(), one)).toEqual({ ok: true, value: body });
    on.emulator.fail(fault);
    expect(await connectionsUpdate(on.sdk(), { ...one, patch: [] })).toEqual({
      ok: true,
      value: body,
    });
  },
);

test("an error body that does not match its schema is still the typed error", async () => {
  on.emulator.fail({ status: 403, body: { message: "no" } });
  const res = await connectionsGet(on.sdk(), one);
  if (res.ok) expect.unreachable();
  expect(res.error).toMatchObject({ name: "GetConnectionUnauthorizedError", statusCode: 403 });
  expect(res.error.message).toBe("403 Forbidden: no");
});

test.for([null, { a: 1 }, [{ message: "m", key: "k" }]])(
  "the extra of an error can be %o",
  async (extra) => {
    on.emulator.fail({ status: 400, body: { status_code: 400, detail: "d", extra } });
    const res = await connectionsGet(on.sdk(), one);
    if (res.ok || res.error.name !== "GetConnectionResponseBodyError") return expect.unreachable();
    expect(res.error.data$).toMatchObject({ statusCode: 400, detail: "d", extra });
    expect(res.error.message).toBe("400 Bad Request: d");
  },
);

test("no error contains a secret, not even that of a refused credential", async () => {
  const requestBody = { ...config, password: 7, port: "s3cr3t" };
  const res = await connectionsCreate(on.sdk(), { ...connector, connectorKey: "x", requestBody });
  if (res.ok) expect.unreachable();
  const shown = inspect(res.error, { depth: 9 }) + JSON.stringify(res.error);
  for (const secret of ["s3cr3t", "secret", '"key"']) expect(shown).not.toContain(secret);
});

const behind = (): SDK<import("connections-sdk/mammoth").Mammoth> =>
  new SDK({
    platform: mammoth({
      apiKey: "key",
      apiSecret: "secret",
      serverURL: on.emulator.serverURL("mammoth"),
    }),
  });
const place = { projectIdOrName: "4/12", provider: "postgres" };

test.for(["4", "4/", "/12", "0/1", "1/0", "4/12/3", "a/b", "4/-1", "4/1.5", " 4/12", "01/2"])(
  "the project %j is refused, and nothing is sent",
  async (projectIdOrName) => {
    await expect(behind().connections.list({ ...place, projectIdOrName })).rejects.toThrow(
      'projectIdOrName: expected "<workspace id>/<project id>"',
    );
    expect(on.emulator.log).toEqual([]);
  },
);

test("an invalid member of extra is reported there, and extra overrides no coordinate", async () => {
  const sdk = behind();
  const extra = { isExport: "yes" as never };
  await expect(sdk.connections.list({ ...place, extra })).rejects.toThrow("extra.isExport");
  expect(on.emulator.log).toEqual([]);
  await sdk.connections.list({ ...place, extra: { workspaceId: 2, projectId: 1 } as object });
  expect(on.last()?.path).toContain("/workspaces/4/projects/12/");
});

test.for<[object, object]>([
  [{ job_id: 7 }, { id: "", status: "pending", raw: { jobId: 7 } }],
  [
    { job_id: 7, failure_reason: "no" },
    { id: "", status: "broken" },
  ],
  [
    { connection_key: "k", connection_config: {} },
    { id: "k", status: "active" },
  ],
  [
    { pending_id: "p", access_token: "t", picker_api_key: "a" },
    { id: "", status: "pending", raw: { pendingId: "p" } },
  ],
])("generate with the response %o returns %o", async ([body, connection]) => {
  on.emulator.fail({ status: 202, body });
  const credentials = { type: "custom", values: config } as const;
  expect(await behind().connections.generate({ ...place, credentials })).toMatchObject(connection);
});
