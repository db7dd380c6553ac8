/**
 * Runs the emulator's handlers in msw: intercepts the requests to the production URLs of all
 * platforms. Needs nothing of msw that differs between its versions.
 */
import { SDK } from "connections-sdk";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { nango } from "connections-sdk/nango";
import { createEmulator } from "connections-sdk/testing";
import { setupServer } from "msw/node";

/** Runs without another emulator. */
export async function program(): Promise<string[]> {
  const emulator = createEmulator();
  const server = setupServer(...emulator.handlers);
  server.listen();
  const key = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  const ampersand = new SDK({ apiKeyHeader: "any key" });
  const onNango = new SDK({ platform: nango({ apiKey: key }) });
  const project = { projectIdOrName: "my-project" };
  const seen: string[] = [];
  const { connections } = await ampersand.connections.list(project);
  seen.push(`${connections.length} connections of Ampersand`);
  const made = await onNango.connections.generate({
    provider: "apollo",
    connectionId: "acme",
    credentials: { type: "apiKey", apiKey: "k" },
  });
  seen.push(`made ${made.id}`);
  const retries = { strategy: "none" } as const;
  for (const fault of [{ status: 503 }, { reset: "before" }, { malformed: true }] as const) {
    emulator.fail(fault);
    const result = await connectionsList(ampersand, project, { retries });
    seen.push(result.ok ? "ok" : result.error.name);
  }
  server.close();
  seen.push(`${emulator.log.length} in the log`);
  const expected = [
    "5 connections of Ampersand",
    "made acme",
    "APIProblem",
    "ConnectionError",
    "ResponseValidationError",
    "6 in the log",
  ];
  if (seen.join() !== expected.join())
    throw new Error(`expected ${expected.join()}, received ${seen.join()}`);
  return seen;
}
