/**
 * `npm run demo`: every verb of the SDK, the three ways to use it, how it handles failures, and the
 * same verbs on every platform. Runs over real HTTP against emulated platforms, which it starts
 * itself. Exits with 1 if anything is not as expected.
 */
import {
  type Connection,
  type Middleware,
  RequestTimeoutError,
  SDK,
  SDKValidationError,
  UnsupportedOperationError,
} from "connections-sdk";
import { SDKCore } from "connections-sdk/core.js";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { ListConnectionsInputValidationProblem } from "connections-sdk/models/errors";
import { serve } from "connections-sdk/testing";
import { onCodat, onMammoth, onNango } from "./support/platforms.js";
import { expect, failure, report } from "./support/report.js";

await using server = await serve();
const { emulator } = server;
const printed = report((line) => console.log(line));
const { part, step, account } = printed;

const attempts: string[] = [];
const recordAttempts: Middleware = (next) => async (call) => {
  const result = await next(call);
  attempts.push(result.ok ? `${result.value.status}` : result.error.name);
  return result;
};
const options = {
  apiKeyHeader: () => "a key that is asked for on every attempt",
  serverURL: server.serverURL("ampersand"),
  middleware: [recordAttempts],
};
const sdk = new SDK(options);
const core = new SDKCore(options);
const project = { projectIdOrName: "my-project" };
const acme = { ...project, groupRef: "group-123", consumerRef: "consumer-456" };

console.log(`Emulated platforms at ${server.url}`);
await showClass();
await showFunctions();
await showErrors();
await showFailures();
await showPlatforms();
console.log(
  account.failed === 0
    ? `\nAll ${account.done} steps as expected.`
    : `\n${account.failed} of ${account.done} steps NOT as expected.`,
);
process.exitCode = account.failed === 0 ? 0 : 1;

async function showClass(): Promise<void> {
  part("1. A class: await new SDK({ apiKeyHeader }).connections...");
  let id = "";
  await step("list", async () => {
    const { connections } = await sdk.connections.list({ ...project, groupRef: "group-123" });
    expect(connections.length === 3, "three connections of group-123");
    return connections.map(({ provider, status }) => `${provider} ${status}`).join(", ");
  });
  await step("list, page by page", async () => {
    const sizes: number[] = [];
    for await (const page of sdk.connections.list(project)) sizes.push(page.connections.length);
    expect(sizes.join() === "5", "one page of five");
    return `${sizes.length} page of ${sizes.join()} connections`;
  });
  await step("list, item by item", async () => {
    const providers: string[] = [];
    for await (const { provider } of sdk.connections.list(project).items()) {
      providers.push(provider);
    }
    expect(providers.length === 5, "five connections");
    return providers.join(", ");
  });
  await step("generate", async () => {
    const credentials = { type: "apiKey", apiKey: "a key of the customer" } as const;
    const created = await sdk.connections.generate({ ...acme, provider: "apollo", credentials });
    id = created.id;
    return line(created);
  });
  await step("get", async () => {
    const one = await sdk.connections.get({ ...project, connectionId: id });
    expect(one.id === id && one.createTime instanceof Date, "the connection, with a Date");
    return `${line(one)}, since ${one.createTime.toISOString().slice(0, 10)}`;
  });
  await step("update", async () => {
    const extra = { providerWorkspaceRef: "acme-eu" };
    const updated = await sdk.connections.update({ ...project, connectionId: id, extra });
    expect(updated.raw.providerWorkspaceRef === "acme-eu", "the workspace acme-eu");
    return `${id} has workspace ${updated.raw.providerWorkspaceRef}`;
  });
  await step("updateAuthorization", async () => {
    const credentials = { type: "apiKey", apiKey: "invalid: the provider refuses it" } as const;
    const request = { ...project, connectionId: id, credentials };
    const connection = await sdk.connections.updateAuthorization(request);
    expect(connection.status === "broken", "a broken connection");
    return `with credentials: ${line(connection)}`;
  });
  await step("updateAuthorization", async () => {
    const request = { ...project, connectionId: "conn-0001" };
    const { authorizationUrl } = await sdk.connections.updateAuthorization(request);
    return `without: the customer signs in at ${new URL(authorizationUrl).host}`;
  });
  await step("check", async () => {
    const checked = await sdk.connections.check({ ...project, connectionId: "conn-0001" });
    expect(checked.status === "active", "credentials that work");
    return line(checked);
  });
  await step("delete", async () => {
    await sdk.connections.delete({ ...project, connectionId: id });
    return `${id} is gone`;
  });
  // These three do not compile without the casts, because Ampersand does not support the verbs.
  await step("unlink", () => unsupported(sdk.connections.unlink({} as never)));
  await step("metadata.set", () => unsupported(sdk.connections.metadata.set({} as never)));
  await step("metadata.update", () => unsupported(sdk.connections.metadata.update({} as never)));
}

async function showFunctions(): Promise<void> {
  part("2. Functions: await connectionsList(new SDKCore({ apiKeyHeader }), ...)");
  let id = "";
  await step("connectionsList", async () => {
    const res = await connectionsList(core, { ...project, provider: "salesforce" });
    if (!res.ok) throw res.error;
    return `${res.value.connections.length} connection to salesforce`;
  });
  await step("connectionsGenerate", async () => {
    const credentials = { type: "apiKey", apiKey: "any key" } as const;
    const res = await connectionsGenerate(core, { ...acme, provider: "apollo", credentials });
    if (!res.ok) throw res.error;
    id = res.value.id;
    return line(res.value);
  });
  await step("connectionsGet", async () => {
    const promise = connectionsGet(core, { ...project, connectionId: id });
    const [res, { request, response }] = await promise.$inspect();
    expect(res.ok && request !== undefined, "the connection and its request");
    expect(request.headers["x-api-key"] === "***", "no key in what is inspected");
    return `${request.method} ${new URL(request.url).pathname} -> ${response?.status}`;
  });
  await step("connectionsUpdate", async () => {
    const extra = { providerMetadata: { region: { value: "eu", source: "input" } } };
    const res = await connectionsUpdate(core, { ...project, connectionId: id, extra });
    if (!res.ok) throw res.error;
    expect(res.value.metadata?.["region"] !== undefined, "metadata");
    return `${id} has metadata: ${Object.keys(res.value.metadata).join(", ")}`;
  });
  await step("...UpdateAuthorization", async () => {
    const request = { ...project, connectionId: "conn-0002" };
    const res = await connectionsUpdateAuthorization(core, request);
    expect(res.ok, "a URL for the customer");
    return `the customer signs in at ${new URL(res.value.authorizationUrl).host}`;
  });
  await step("connectionsUnlink", async () => {
    const res = await connectionsUnlink(core, {} as never);
    expect(!res.ok && res.error.name === "UnsupportedOperationError", "an unsupported verb");
    return `also a result: { ok: false, error: ${res.error.name} }`;
  });
  await step("connectionsDelete", async () => {
    const res = await connectionsDelete(core, { ...project, connectionId: id });
    expect(res.ok && res.value === undefined, "no value");
    return `${id} is gone`;
  });
}

async function showErrors(): Promise<void> {
  part("3. Errors as data: if (!res.ok) switch (res.error.name)");
  await step("typed error", async () => {
    const res = await connectionsList(core, { projectIdOrName: "nowhere" });
    expect(!res.ok && res.error instanceof ListConnectionsInputValidationProblem, "a 404");
    const { name, statusCode, issues } = res.error;
    expect(issues?.[0]?.detail !== undefined, "an issue");
    return `${statusCode} ${name}: ${issues[0].detail}`;
  });
  await step("the same, thrown", async () => {
    const error = await failure(sdk.connections.list({ projectIdOrName: "nowhere" }));
    expect(error instanceof ListConnectionsInputValidationProblem, "the same class");
    return `catch (error) { error.requestId === "${error.requestId}" }`;
  });
  await step("validation error", async () => {
    const before = emulator.log.length;
    const request = { ...acme, groupRef: 123 as unknown as string, provider: "apollo" };
    const res = await connectionsGenerate(core, request);
    expect(!res.ok && res.error instanceof SDKValidationError, "a validation error");
    expect(emulator.log.length === before, "no request");
    const [issue] = res.error.issues;
    return `nothing sent; ${issue?.path.join(".")}: ${issue?.message}`;
  });
}

async function showFailures(): Promise<void> {
  part("4. When the network or the server fails");
  await step("retry", async () => {
    attempts.length = 0;
    emulator.fail({ status: 503, retryAfter: 0 });
    await sdk.connections.list(project);
    expect(attempts.join() === "503,200", "a 503 and a 200");
    return `attempts: ${attempts.join(", ")}`;
  });
  await step("no retry of a POST", async () => {
    attempts.length = 0;
    emulator.fail({ status: 502 });
    await failure(sdk.connections.generate({ ...acme, provider: "hackerNews" }));
    expect(attempts.join() === "502", "one attempt");
    return `a POST that may have taken effect is sent once: ${attempts.join(", ")}`;
  });
  await step("timeout", async () => {
    emulator.fail({ delayMs: 400 });
    const call = { timeoutMs: 60, retries: { strategy: "none" } } as const;
    const error = await failure(sdk.connections.list(project, call));
    expect(error instanceof RequestTimeoutError, "a timeout");
    return `${error.name}: ${error.message}`;
  });
}

async function showPlatforms(): Promise<void> {
  part("5. The same verbs on every platform");
  await onNango(server, printed);
  await onCodat(server, printed);
  await onMammoth(server, printed);
}

function line({ id, provider, status, group }: Connection): string {
  return `${id} ${provider} ${status}, of ${group?.ref}`;
}

async function unsupported(call: Promise<unknown>): Promise<string> {
  const before = emulator.log.length;
  const error = await failure(call);
  expect(error instanceof UnsupportedOperationError, "a verb that Ampersand does not support");
  expect(emulator.log.length === before, "no request");
  return `${error.name}: ${error.message}`;
}
