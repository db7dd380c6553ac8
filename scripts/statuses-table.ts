import { readFileSync } from "node:fs";
import { type AnySDK, ConnectionStatus, HTTPClient, SDK } from "connections-sdk";
import { mammoth } from "connections-sdk/mammoth";
import { parse } from "yaml";
import { connectionOf as ampersandConnection } from "../src/connections/platforms/ampersand/mapping.js";
import { connectionOf as codatConnection } from "../src/connections/platforms/codat/mapping.js";
import { conditionOf } from "../src/connections/platforms/nango/mapping.js";
import { tableOf } from "./marked.js";

/** What a platform says, and the status that it is in the unified API. */
type Case = readonly [words: string, status: string];

/** A schema of a document, as far as it is read. */
interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The statuses that connections have by the document of a platform. */
function statusesOf(platform: string): readonly string[] {
  const text = readFileSync(`.speakeasy/${platform}/openapi.yaml`, "utf8");
  const { components } = parse(text) as {
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const status = components.schemas["Connection"]?.properties?.["status"];
  const named = components.schemas[status?.$ref?.split("/").at(-1) ?? ""];
  const values = (named ?? status)?.enum;
  if (values === undefined) throw new Error(`the connections of ${platform} have no statuses`);
  return values;
}

const ampersand = statusesOf("ampersand").map((status): Case => [
  `\`${status}\``,
  ampersandConnection({ status } as never, { projectIdOrName: "p" }).status,
]);
const codat = statusesOf("codat").map((status): Case => [
  `\`${status}\``,
  codatConnection({ status } as never, { groupRef: "g" }).status,
]);
const nango: readonly Case[] = [
  ["no error of type `auth`", conditionOf([{ type: "sync" }], undefined).status],
  ["an error of type `auth`", conditionOf([{ type: "auth" }], undefined).status],
];

/** An SDK for a Mammoth that responds with a body. */
function responding(body: unknown, status = 200): AnySDK["connections"] {
  const fetcher = async (): Promise<Response> => Response.json(body, { status });
  const httpClient = new HTTPClient({ fetcher });
  const sdk: AnySDK = new SDK({ platform: mammoth({ apiKey: "k", apiSecret: "s", httpClient }) });
  return sdk.connections;
}

/** The status of the connection that a call returns. */
async function statusOf(call: Promise<object>): Promise<string> {
  const value = await call;
  return "status" in value ? String(value.status) : "";
}

/** Mammoth has no statuses: what is known follows from the verb and its response. */
async function onMammoth(): Promise<readonly Case[]> {
  const connector = { projectIdOrName: "4/12", provider: "postgres" };
  const credentials = { type: "custom", values: {} } as const;
  const one = { ...connector, connectionId: "c" };
  const generate = { ...connector, credentials };
  return [
    ["after `generate`", await statusOf(responding({ job_id: 1 }, 202).generate(generate))],
    [
      "after a failed `generate`",
      await statusOf(responding({ failure_reason: "x" }, 202).generate(generate)),
    ],
    [
      "after an update, which tests the credentials",
      await statusOf(responding({}).update({ ...one, credentials })),
    ],
    ["from `list` and `get`", await statusOf(responding({}).get(one))],
  ];
}

const platforms: readonly (readonly Case[])[] = [ampersand, nango, codat, await onMammoth()];

/** What a platform says of connections with a status. */
function cell(cases: readonly Case[], status: string): string {
  return cases.flatMap(([words, of]) => (of === status ? [words] : [])).join(", ") || "-";
}

/** The statuses of the unified API, and what they are on each platform. */
export function statusesTable(): string {
  const known = new Set<string>(Object.values(ConnectionStatus));
  for (const [words, status] of platforms.flat())
    if (!known.has(status)) throw new Error(`${words} is ${status}, which is no status`);
  const rows = Array.from(known, (status) =>
    [`\`${status}\``].concat(platforms.map((cases) => cell(cases, status))),
  );
  return tableOf(["`status`", "Ampersand", "Nango", "Codat", "Mammoth"], rows);
}
