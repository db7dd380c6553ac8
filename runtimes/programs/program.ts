/**
 * A user's program that every runtime runs and every compiler compiles. Needs only the package,
 * `fetch` and an emulator. Throws at the first expectation that fails.
 */
import { ConnectionError, HTTPClient, SDK } from "connections-sdk";
import { codat } from "connections-sdk/codat";
import { SDKCore } from "connections-sdk/core.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { mammoth } from "connections-sdk/mammoth";
import { ListConnectionsInputValidationProblem } from "connections-sdk/models/errors";
import { nango } from "connections-sdk/nango";

/**
 * Runs against the emulator at a URL (`serve()` of `connections-sdk/testing`). Pass `transport` to
 * create another transport than the default one. Returns the names of the steps.
 */
export async function program(url: string, transport?: () => HTTPClient): Promise<string[]> {
  const done: string[] = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      await reset(url);
      await step({ url, transport });
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    done.push(name);
  }
  return done;
}

const projectIdOrName = "my-project";

interface Environment {
  readonly url: string;
  readonly transport: (() => HTTPClient) | undefined;
}

const steps: Readonly<Record<string, (where: Environment) => Promise<void>>> = {
  async "a class and its verbs"(where) {
    const sdk = new SDK(optionsFor(where));
    const created = await sdk.connections.generate({
      projectIdOrName,
      groupRef: "group-123",
      consumerRef: "consumer-1",
      provider: "apollo",
      credentials: { type: "apiKey", apiKey: "of the customer" },
    });
    expect(created.createTime instanceof Date, "createTime is a Date");
    const got = await sdk.connections.get({ projectIdOrName, connectionId: created.id });
    expect(
      got.id === created.id && got.raw.authScheme === "apiKey",
      "get returns the new connection",
    );
    await sdk.connections.update({
      projectIdOrName,
      connectionId: created.id,
      credentials: { type: "apiKey", apiKey: "another" },
    });
    const deleted: void = await sdk.connections.delete({
      projectIdOrName,
      connectionId: created.id,
    });
    expect(deleted === undefined, "delete returns nothing");
  },

  async "functions and their results"(where) {
    const core = new SDKCore(optionsFor(where));
    const list = await connectionsList(core, { projectIdOrName });
    expect(list.ok, "a list");
    const [first] = list.value.connections;
    expect(first !== undefined, "connections");
    const [one, { request, response }] = await connectionsGet(core, {
      projectIdOrName,
      connectionId: first.id,
    }).$inspect();
    expect(
      one.ok && request?.method === "GET" && response?.status === 200,
      "the request and response",
    );
  },

  async "typed errors"(where) {
    const core = new SDKCore(optionsFor(where));
    const res = await connectionsList(core, { projectIdOrName: "nowhere" });
    expect(!res.ok && res.error.name === "ListConnectionsInputValidationProblem", "its name");
    expect(res.error instanceof ListConnectionsInputValidationProblem, "its class");
    expect(res.error.statusCode > 399 && res.error.issues !== undefined, "its members");
    const unsent = await connectionsList(core, { projectIdOrName: "" });
    expect(!unsent.ok && unsent.error.name === "SDKValidationError", "an invalid request");
  },

  async "retries, and their headers"(where) {
    const { url } = where;
    const attempts: number[] = [];
    const core = new SDKCore({
      ...optionsFor(where),
      apiKeyHeader: () => Promise.resolve("asked for at every attempt"),
      middleware: [(next) => (call) => (attempts.push(call.attempt), next(call))],
    });
    await fail(url, { status: 503, retryAfter: 0 });
    const res = await connectionsList(core, { projectIdOrName });
    expect(res.ok && attempts.join() === "1,2", `two attempts, not ${attempts.join()}`);
    await fail(url, { status: 429, retryAfter: 3600 });
    const late = await connectionsList(core, { projectIdOrName });
    expect(!late.ok && late.error.name === "APIProblem", "no delay of an hour");
    expect(late.error.headers.get("retry-after") === "3600", "the header can be read");
  },

  async timeouts(where) {
    const { url } = where;
    const core = new SDKCore(optionsFor(where));
    await fail(url, { delayMs: 60_000 });
    const options = { timeoutMs: 200, retries: { strategy: "none" } } as const;
    const res = await connectionsList(core, { projectIdOrName }, options);
    expect(!res.ok && res.error.name === "RequestTimeoutError", "it times out");
  },

  async abort(where) {
    const { url } = where;
    const core = new SDKCore(optionsFor(where));
    await fail(url, { delayMs: 60_000 });
    const controller = new AbortController();
    const promise = connectionsList(core, { projectIdOrName }, { signal: controller.signal });
    while ((await logOf(url)) === "[]") await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
    const res = await promise;
    expect(!res.ok && res.error.name === "RequestAbortedError", "it aborts");
  },

  async "connections that break"(where) {
    const { url } = where;
    const core = new SDKCore(optionsFor(where));
    for (const cut of ["before", "body"]) {
      // A browser itself retries a request that was cut before the response.
      await fail(url, { reset: cut, times: "always" });
      const res = await connectionsList(
        core,
        { projectIdOrName },
        { retries: { strategy: "none" } },
      );
      expect(!res.ok && res.error instanceof ConnectionError, `cut: ${cut}`);
      await reset(url);
    }
  },

  async redirects(where) {
    const core = new SDKCore(optionsFor(where));
    const location = `${where.url}/ampersand/v1/projects/other-project/connections`;
    await fail(where.url, { status: 307, headers: { location } });
    const options = { retries: { strategy: "none" } } as const;
    const res = await connectionsList(core, { projectIdOrName }, options);
    // A browser hides the target of a redirect, so the SDK cannot follow it without the key.
    if ("document" in globalThis)
      expect(!res.ok && res.error.name === "ConnectionError", "refused");
    else expect(res.ok && res.value.connections.length === 1, "followed");
  },

  async "hooks, with real requests and responses"(where) {
    const { url, transport } = where;
    const statuses: number[] = [];
    const httpClient = (transport?.() ?? new HTTPClient())
      .addHook("beforeRequest", (request) => request.headers.set("x-tenant", "acme"))
      .addHook("response", (response) => void statuses.push(response.status));
    const sdk = new SDK({ ...optionsFor(where), httpClient });
    await sdk.connections.list({ projectIdOrName });
    const sent = (await logOf(url)).includes('"x-tenant":"acme"');
    expect(statuses.join() === "200" && sent, "a header of a hook");
  },

  async "pages and items, on every platform"(where) {
    const { url, transport } = where;
    const httpClient = transport?.();
    const authHeader = `Basic ${btoa("any")}`;
    const books = new SDK({
      platform: codat({ authHeader, serverURL: `${url}/codat`, httpClient }),
    });
    const company = { groupRef: "8a210b68-6988-11ed-a1eb-0242ac120002", extra: { pageSize: 2 } };
    const sizes: number[] = [];
    for await (const page of books.connections.list(company)) sizes.push(page.connections.length);
    expect(sizes.length > 1 && sizes[0] === 2, `pages of two, not of ${sizes.join()}`);

    const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
    const links = new SDK({ platform: nango({ apiKey, serverURL: `${url}/nango`, httpClient }) });
    expect((await count(links.connections.list({ groupRef: "group-123" }).items())) === 2, "Nango");

    const keys = {
      apiKey: "any",
      apiSecret: "any",
      serverURL: `${url}/mammoth/api/v2`,
      httpClient,
    };
    const tables = new SDK({ platform: mammoth(keys) });
    const postgres = { projectIdOrName: "4/12", provider: "postgres" };
    expect((await count(tables.connections.list(postgres).items())) === 2, "Mammoth");

    const sdk = new SDK(optionsFor(where));
    expect((await count(sdk.connections.list({ projectIdOrName }).items())) === 5, "Ampersand");
  },
};

function optionsFor({ url, transport }: Environment): {
  apiKeyHeader: string;
  serverURL: string;
  httpClient: HTTPClient | undefined;
} {
  return {
    apiKeyHeader: "any key",
    serverURL: `${url}/ampersand/v1`,
    httpClient: transport?.(),
  };
}

async function fail(url: string, fault: Readonly<Record<string, unknown>>): Promise<void> {
  const init = { method: "POST", body: JSON.stringify(fault) };
  const response = await fetch(`${url}/__emulator/faults`, init);
  expect(response.status === 204, "the emulator accepts a fault");
}

/** The log of the emulator since the last reset, as JSON. */
async function logOf(url: string): Promise<string> {
  return (await fetch(`${url}/__emulator/log`)).text();
}

async function reset(url: string): Promise<void> {
  await fetch(`${url}/__emulator/reset`, { method: "POST" });
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let total = 0;
  for await (const item of items) total += item === undefined ? 0 : 1;
  return total;
}

function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`expected ${what}`);
}
