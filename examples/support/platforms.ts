/** Part 5 of the demo: the verbs on the other platforms. */
import { type Connection, SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import type { ServedEmulator } from "connections-sdk/testing";
import { type Report, expect } from "./report.js";

type Server = Pick<ServedEmulator, "serverURL">;

/** Every verb that Nango supports. */
export async function onNango({ serverURL }: Server, { part, step }: Report): Promise<void> {
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  const { connections } = new SDK({ platform: nango({ apiKey, serverURL: serverURL("nango") }) });
  const one = { provider: "apollo", connectionId: "demo" };
  const credentials = { type: "apiKey", apiKey: "of the customer" } as const;
  part("   Nango: new SDK({ platform: nango({ apiKey }) })");
  await step("list", async () => {
    const list = await connections.list({ groupRef: "group-123" });
    expect(list.connections.length === 2, "two connections of group-123");
    return summary(list.connections);
  });
  await step("scopes", async () => {
    const { scopes } = await connections.scopes({});
    expect(scopes.length === 1, "one request for everything");
    return JSON.stringify(scopes);
  });
  await step("generate", async () =>
    line(await connections.generate({ ...one, consumerRef: "user-9", credentials })),
  );
  await step("get", async () => line(await connections.get(one)));
  await step("update", async () => {
    const { consumer } = await connections.update({ ...one, consumerRef: "user-2" });
    expect(consumer?.ref === "user-2", "another person");
    return `${one.connectionId} belongs to ${consumer.ref}`;
  });
  await step("updateAuthorization", async () => {
    return line(await connections.updateAuthorization({ ...one, credentials }));
  });
  await step("check", async () => line(await connections.check(one)));
  await step("metadata.set", async () => {
    await connections.metadata.set({ ...one, metadata: { region: "eu" } });
    return metadataOf(await connections.get(one), '{"region":"eu"}');
  });
  await step("metadata.update", async () => {
    await connections.metadata.update({ ...one, metadata: { plan: "pro" } });
    return metadataOf(await connections.get(one), '{"region":"eu","plan":"pro"}');
  });
  await step("delete", async () => {
    await connections.delete(one);
    return `${one.connectionId} is gone`;
  });
}

/** Every verb that Codat supports. */
export async function onCodat({ serverURL }: Server, { part, step }: Report): Promise<void> {
  const authHeader = `Basic ${btoa("a key")}`;
  const platform = codat({ authHeader, serverURL: serverURL("codat") });
  const { connections } = new SDK({ platform });
  const company = { groupRef: "8a210b68-6988-11ed-a1eb-0242ac120002" };
  let one = { ...company, connectionId: "" };
  part("   Codat: new SDK({ platform: codat({ authHeader }) })");
  await step("list", async () => {
    const list = await connections.list(company);
    expect(list.connections.length === 4, "four connections of the company");
    return summary(list.connections);
  });
  await step("scopes", async () => {
    const { scopes } = await connections.scopes({});
    expect(
      scopes.some(({ groupRef }) => groupRef === company.groupRef),
      "one for each company",
    );
    return `${scopes.length} companies`;
  });
  await step("generate", async () => {
    const created = await connections.generate({ ...company, provider: "gbol" });
    expect(created.authorizationUrl !== undefined, "a URL for the customer");
    one = { ...company, connectionId: created.id };
    return `${summaryOf(created)}: the customer signs in at ${new URL(created.authorizationUrl).host}`;
  });
  await step("updateAuthorization", async () => {
    const credentials = { type: "custom", values: { pin: "1234" } } as const;
    const connection = await connections.updateAuthorization({ ...one, credentials });
    expect(connection.status === "active", "an active connection");
    return summaryOf(connection);
  });
  await step("get", async () => summaryOf(await connections.get(one)));
  await step("unlink", async () => {
    const unlinked = await connections.unlink(one);
    expect(unlinked.status === "unlinked", "an unlinked connection");
    return summaryOf(unlinked);
  });
  await step("delete", async () => {
    await connections.delete(one);
    return "the connection is gone";
  });
}

/** Every verb that Mammoth supports. */
export async function onMammoth({ serverURL }: Server, { part, step }: Report): Promise<void> {
  const keys = { apiKey: "any", apiSecret: "any" };
  const platform = mammoth({ ...keys, serverURL: serverURL("mammoth") });
  const { connections } = new SDK({ platform });
  const connector = { projectIdOrName: "4/12", provider: "postgres" };
  let one = { ...connector, connectionId: "" };
  const values = { hostname: "db.example.com", port: 5432, database: "crm" };
  const credentials = { type: "basic", username: "ada", password: "any" } as const;
  const settings = { credentials, extra: { config: values } };
  part("   Mammoth: new SDK({ platform: mammoth(keys) })");
  await step("list", async () => {
    const list = await connections.list(connector);
    expect(list.connections.length === 2, "two connections to postgres");
    one = { ...connector, connectionId: list.connections[0]!.id };
    return summary(list.connections);
  });
  await step("scopes", async () => {
    const { scopes } = await connections.scopes({ projectIdOrName: "4/12" });
    expect(scopes.length === 4, "two for each connector");
    return [...new Set(scopes.map(({ provider }) => provider))].join(", ");
  });
  await step("generate", async () => {
    const created = await connections.generate({ ...connector, ...settings });
    expect(created.status === "pending", "a pending connection");
    return `${summaryOf(created)}: a job finishes it`;
  });
  await step("get", async () => summaryOf(await connections.get(one)));
  await step("update", async () => summaryOf(await connections.update({ ...one, ...settings })));
  await step("updateAuthorization", async () => {
    const connection = await connections.updateAuthorization({ ...one, ...settings });
    expect(connection.id === one.connectionId, "the same connection");
    return summaryOf(connection);
  });
  await step("delete", async () => {
    await connections.delete(one);
    return "the connection is gone";
  });
}

function summaryOf({ provider, status }: Connection): string {
  return `${provider} ${status}`;
}

function summary(connections: readonly Connection[]): string {
  return connections.map(summaryOf).join(", ");
}

function line(connection: Connection | undefined): string {
  expect(connection !== undefined, "a connection");
  return `${connection.id} ${summaryOf(connection)}`;
}

function metadataOf({ id, metadata }: Connection, expected: string): string {
  const json = JSON.stringify(metadata);
  expect(json === expected, expected);
  return `${id} has ${json}`;
}
