import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { importFrom, packageFolder } from "./workspace.js";

/** A scenario of Spector: requests that its mock server expects, and its responses. */
export interface Scenario {
  /** `Type_Array_Int32Value_get`. */
  readonly name: string;
  /** The folder of its spec: `type/array`. */
  readonly folder: string;
  readonly calls: readonly ScenarioCall[];
}

/** A request and its response. */
export interface ScenarioCall {
  readonly method: string;
  /** The path that the server listens at. Values of parameters are in it. */
  readonly uri: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: MockBody | undefined;
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: MockContent | undefined;
  };
}

/** A body of a request. */
export type MockBody = MockContent | MockMultipart;

/** A body in one piece. */
export interface MockContent {
  readonly kind: "content";
  readonly contentType: string;
  readonly content: string | Buffer;
}

/** A multipart body. */
export interface MockMultipart {
  readonly kind: "multipart";
  readonly contentType: string;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly files: readonly MockFile[];
}

/** A file in a multipart body. */
export interface MockFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly buffer: Buffer;
}

/** The format of `@typespec/spec-api`. */
interface Definition {
  readonly passCondition: "response-success" | "status-code" | "by-key";
  readonly apis: readonly {
    readonly uri: string;
    readonly method: string;
    readonly request?: {
      readonly body?: Content | Multipart;
      readonly query?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, unknown>>;
    };
    readonly response: {
      readonly status: number;
      readonly headers?: Readonly<Record<string, unknown>>;
      readonly body?: Content;
    };
  }[];
}

interface Content {
  readonly kind?: undefined;
  readonly contentType: string;
  readonly rawContent: string | Buffer | Resolver | undefined;
}

interface Multipart extends Partial<Omit<MockMultipart, "kind" | "contentType">> {
  readonly kind: "multipart";
  readonly contentType: string;
}

interface Resolver {
  readonly serialize: (config: { readonly baseUrl: string }) => string;
}

/** What stands for the origin in the XML of mock servers. */
const PLACEHOLDER = "PLACEHOLDER_BASE_URL";

/** Reads the scenarios of all specs, as they are with a server at an origin. */
export async function readScenarios(origin: string): Promise<readonly Scenario[]> {
  const root = join(packageFolder("@typespec/http-specs"), "dist/specs");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith("mockapi.js"));
  files.sort();
  const scenarios: Scenario[] = [];
  for (const file of files) {
    const { Scenarios } = await importFrom<{
      readonly Scenarios: Readonly<Record<string, Definition>>;
    }>(join(root, file));
    for (const [name, definition] of Object.entries(Scenarios))
      scenarios.push({ name, folder: dirname(file), calls: callsOf(definition, origin) });
  }
  return scenarios;
}

function callsOf({ apis, passCondition }: Definition, origin: string): readonly ScenarioCall[] {
  const calls = apis.map(({ uri, method, request = {}, response }): ScenarioCall => ({
    method: method.toUpperCase(),
    // A colon would start a parameter of the mock server's router.
    uri: uri.replaceAll("\\", ""),
    query: expanded(request.query ?? {}, origin),
    headers: headersOf(request.headers ?? {}, origin),
    body: request.body && bodyOf(request.body, origin),
    response: {
      status: response.status,
      headers: headersOf(response.headers ?? {}, origin),
      body: response.body && contentOf(response.body, origin),
    },
  }));
  // A scenario by keys has a key for each success. Its errors show what the server refuses.
  return passCondition === "by-key" ? calls.filter((call) => call.response.status < 400) : calls;
}

function headersOf(
  headers: Readonly<Record<string, unknown>>,
  origin: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(expanded(headers, origin)).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );
}

/** Values may be functions of the server's origin. */
function expanded(
  values: Readonly<Record<string, unknown>>,
  baseUrl: string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "function" ? String(value({ baseUrl })) : value,
    ]),
  );
}

function bodyOf(body: Content | Multipart, origin: string): MockBody | undefined {
  if (body.kind !== "multipart") return contentOf(body, origin);
  const { contentType, parts = {}, files = [] } = body;
  return { kind: "multipart", contentType, parts, files };
}

function contentOf({ contentType, rawContent }: Content, baseUrl: string): MockContent | undefined {
  if (rawContent === undefined) return undefined;
  const content =
    typeof rawContent === "string" || Buffer.isBuffer(rawContent)
      ? rawContent
      : rawContent.serialize({ baseUrl });
  // A handler fills it in.
  const filled = String(content).includes(PLACEHOLDER)
    ? String(content).replaceAll(PLACEHOLDER, baseUrl)
    : content;
  return { kind: "content", contentType, content: filled };
}
