/**
 * A user's program that holds every promise of the types to its word. Compiled against the sources
 * here and against the tarball.
 */
import { type Connection, type Result, SDK, type SDKOptions } from "connections-sdk";
import { SDKNodePlatform, SDKNodePlatformCore } from "connections-sdk/ampersand";
import { connectionsList as bareList } from "connections-sdk/ampersand/funcs/connectionsList";
import { ConnectionStatus } from "connections-sdk/ampersand/models/components";
import type { Connection as Raw } from "connections-sdk/ampersand/models/components";
import type { ListConnectionsRequest } from "connections-sdk/ampersand/models/operations";
import { SDKCore } from "connections-sdk/core.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList";

export async function methods(options: SDKOptions): Promise<readonly string[]> {
  const sdk = new SDK({ timeoutMs: 1_000, ...options });
  const page = await sdk.connections.list({ projectIdOrName: "p", groupRef: "g" });
  const first: Connection<Raw> | undefined = page.connections[0];
  const since: Date | undefined = first?.createTime;
  for await (const one of sdk.connections.list({ projectIdOrName: "p" }).items()) one.raw.id.trim();
  // @ts-expect-error -- a project is required
  await sdk.connections.list({ groupRef: "g" });
  // @ts-expect-error -- Ampersand has no such verb
  await sdk.connections.unlink({ connectionId: "c" });
  // @ts-expect-error -- no such member
  void first?.nothing;
  return [String(since?.getTime()), first?.raw.status ?? ""];
}

export async function functions(core: SDKCore): Promise<string> {
  const res = await connectionsList(
    core,
    { projectIdOrName: "p" },
    { retries: { strategy: "none" } },
  );
  if (res.ok) return res.value.connections.map(({ id }) => id).join();
  switch (res.error.name) {
    case "ListConnectionsInputValidationProblem":
      return res.error.remedy ?? String(res.error.statusCode);
    case "APIProblem":
    case "APIError":
      return res.error.body;
    case "ResponseValidationError":
    case "SDKValidationError":
      return res.error.pretty();
    case "ConnectionError":
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
      return res.error.message;
    case "UnsupportedOperationError":
      return res.error.platform;
    default:
      return res.error satisfies never;
  }
}

export async function platform(request: ListConnectionsRequest): Promise<Raw[]> {
  const sdk = new SDKNodePlatform({ apiKeyHeader: async () => "k" });
  const core: SDKNodePlatformCore = sdk;
  const result: Result<Raw[], Error> = await bareList(core, request);
  const got = await connectionsGet(new SDKCore(), { projectIdOrName: "p", connectionId: "c" });
  // @ts-expect-error -- a result is looked at before its value is
  void got.value;
  const raws = result.ok ? result.value : await sdk.connections.list(request);
  return raws.filter(({ status }) => status === ConnectionStatus.Working || status === "new");
}
