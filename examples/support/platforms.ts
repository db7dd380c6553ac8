/** Part 5 of the demo: the verbs of the SDK on the platforms that are not the default one. */
import { type Connection, SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { mammoth } from "connections-sdk/mammoth";
import { nango } from "connections-sdk/nango";
import type { ServedEmulator } from "connections-sdk/testing";
import { type Report, expect } from "./report.js";

type Where = Pick<ServedEmulator, "serverURL">;

/** Every verb that Nango has. */
export async function onNango({ serverURL }: Where, { part, step }: Report): Promise<void> {
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
    const { connection } = await connections.updateAuthorization({ ...one, credentials });
    return line(connection);
  });
  await step("metadata.set", async () => {
    await connections.metadata.set({ ...one, metadata: { region: "eu" } });
    return notes(await connections.get(one), '{"region":"eu"}');
  });
  await step("metadata.update", async () => {
    await connections.metadata.update({ ...one, metadata: { plan: "pro" } });
    return notes(await connections.get(one), '{"region":"eu","plan":"pro"}');
  });
  await step("delete", async () => {
    await connections.delete(one);
    return `${one.connectionId} is gone`;
  });
}

/** Every verb that Codat has. */
export async function onCodat({ serverURL }: Where, { part, step }: Report): Promise<void> {
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
  await step("generate", async () => {
    const made = await connections.generate({ ...company, provider: "gbol" });
    expect(made.authorizationUrl !== undefined, "a URL for the customer");
    one = { ...company, connectionId: made.id };
    return `${words(made)}: the customer signs in at ${new URL(made.authorizationUrl).host}`;
  });
  await step("updateAuthorization", async () => {
    const credentials = { type: "custom", values: { pin: "1234" } } as const;
    const { connection } = await connections.updateAuthorization({ ...one, credentials });
    expect(connection?.status === "active", "an active connection");
    return words(connection);
  });
  await step("get", async () => words(await connections.get(one)));
  await step("unlink", async () => {
    const unlinked = await connections.unlink(one);
    expect(unlinked.status === "unlinked", "an unlinked connection");
    return words(unlinked);
  });
  await step("delete", async () => {
    await connections.delete(one);
    return "the connection is gone";
  });
}

/** Every verb that Mammoth has. */
export async function onMammoth({ serverURL }: Where, { part, step }: Report): Promise<void> {
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
  await step("generate", async () => {
    const made = await connections.generate({ ...connector, ...settings });
    expect(made.status === "pending", "a pending connection");
    return `${words(made)}: a job goes on making it`;
  });
  await step("get", async () => words(await connections.get(one)));
  await step("update", async () => words(await connections.update({ ...one, ...settings })));
  await step("updateAuthorization", async () => {
    const { connection } = await connections.updateAuthorization({ ...one, ...settings });
    expect(connection?.id === one.connectionId, "the same connection");
    return words(connection);
  });
  await step("delete", async () => {
    await connections.delete(one);
    return "the connection is gone";
  });
}

function words({ provider, status }: Connection): string {
  return `${provider} ${status}`;
}

function summary(connections: readonly Connection[]): string {
  return connections.map(words).join(", ");
}

function line(connection: Connection | undefined): string {
  expect(connection !== undefined, "a connection");
  return `${connection.id} ${words(connection)}`;
}

function notes({ id, metadata }: Connection, expected: string): string {
  const text = JSON.stringify(metadata);
  expect(text === expected, expected);
  return `${id} has ${text}`;
}
