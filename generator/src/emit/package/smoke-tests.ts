import type { OperationResponse, Group, Operation, Parameter } from "../../model/types.js";
import type { Home } from "../../name/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { methodPath } from "../docs/programs.js";
import { type DocsSite, typedErrors, populatedGroups } from "../docs/site.js";
import { type Literal } from "../example/literal.js";
import { type CodeFile, CODE_BANNER, code, codeFile } from "../print/code-file.js";
import { call, lines, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { external, symbol } from "../print/symbol.js";
import { groupFile } from "./examples.js";
import { requestShape } from "../operations/request.js";
import { isByteStream } from "../operations/response.js";
import { streamsOf } from "../operations/streams.js";
import { ambiguous, handlerNames, handlersModule, pathOf } from "./handlers.js";
import { exampleResponse, literalLayout, responseLayout, statusOf } from "./responses.js";

const test = external("test", "vitest");
const expect = external("expect", "vitest");
const startServer = symbol("startServer", "tests/server");
const api = symbol("api", "tests/server");
const own = ["sdk", "server", "res", "sent", "value", "retries"];

/**
 * One file per group, with a test for each operation and another one for each operation that
 * declares an error.
 */
export function emitSmokeTests(site: DocsSite): readonly OutputFile[] {
  const handlers = handlerNames(site);
  const overlapping = ambiguous(site.context.api.operations);
  const groups = populatedGroups(site.context).flatMap((group) => {
    const operations = site.context
      .operationsOf(group.path)
      .filter((each) => handlers.has(each) && site.context.examples.isWhole(each));
    return operations.length === 0
      ? []
      : [groupTests(site, group, operations, { handlers, overlapping })];
  });
  if (groups.length === 0) return [];
  return [{ path: "tests/server.ts", text: `${CODE_BANNER}\n${server}` }, ...groups];
}

type Handlers = ReadonlyMap<Operation, string>;

/** What is known of all operations. */
interface Known {
  readonly handlers: Handlers;
  /** The operations whose URLs the handlers of others match too. */
  readonly overlapping: ReadonlySet<Operation>;
}

function groupTests(
  site: DocsSite,
  group: Group,
  operations: readonly Operation[],
  { handlers, overlapping }: Known,
): OutputFile {
  const requests = new Map(
    operations.map((operation) => [operation, `${handlers.get(operation) ?? "operation"}Request`]),
  );
  const file = codeFile(`tests/${groupFile(site, group.path)}.test.ts`, {
    reserved: [...own, ...requests.values()],
  });
  file.print(code`
    const server = ${startServer}();
    const sdk = new ${symbol(site.context.names.sdk.className, "src/index")}({
      serverURL: ${api},
      ${lines(client(site))}
    });
  `);
  for (const operation of operations)
    printTests(site, file, operation, {
      name: requests.get(operation) ?? "",
      handlers,
      isAmbiguous: overlapping.has(operation),
    });
  return file.finish();
}

/** Client options with a value for every scheme, whichever an operation needs. */
function client(site: DocsSite): readonly Layout[] {
  const credentials = site.context.api.schemes.map((scheme): [string, Literal] => [
    site.context.names.option(scheme),
    scheme.kind === "basic"
      ? new Map([
          ["username", "user"],
          ["password", "password"],
        ])
      : "test-credential",
  ]);
  const nested = !site.context.options.flattenGlobalSecurity && credentials.length > 0;
  const members: readonly [string, Literal][] = nested
    ? [["security", new Map(credentials)]]
    : credentials;
  return members.map(([name, value]) => [property(name, literalLayout(value)), ","]);
}

/** What the tests of an operation are written with. */
interface TestNames {
  /** The constant of the request. */
  readonly name: string;
  readonly handlers: Handlers;
  /** Whether the handlers of others match its URLs too. */
  readonly isAmbiguous: boolean;
}

function printTests(
  site: DocsSite,
  file: CodeFile,
  operation: Operation,
  { name, handlers, isAmbiguous }: TestNames,
): void {
  const request = site.context.examples.request(operation);
  const names = site.context.names.operation(operation);
  if (request !== undefined) {
    file.print(code`
      const ${name}: ${home(names.request, true)} = ${literalLayout(request)};
    `);
  }
  // The client's, which has all credentials.
  const security = names.security ? ["undefined"] : [];
  const args = [...security, ...(request === undefined ? [] : [name])];
  printSuccess(site, file, operation, args, isAmbiguous ? handlers.get(operation) : undefined);
  const [error] = typedErrors(site.context.names, operation);
  if (error)
    printErrorTest(site, file, operation, request === undefined ? [...args, "undefined"] : args, {
      ...error,
      handler: handlers.get(operation) ?? "",
    });
}

function printSuccess(
  site: DocsSite,
  file: CodeFile,
  operation: Operation,
  args: readonly string[],
  ownHandler: string | undefined,
): void {
  const { func } = site.context.names.operation(operation);
  const handler = ownHandler === undefined ? undefined : symbol(ownHandler, handlersModule);
  const declared = exampleResponse(operation) !== undefined;
  // Two streams of the same items are not equal.
  const isStreamed =
    streamsOf(operation).length > 0 ||
    operation.responses.some((each) => !each.isError && isByteStream(site.context, each));
  const same = declared && !operation.pagination && !isStreamed;
  const method = call(methodPath(site, operation, "sdk"), args);
  const title = stringLiteral(
    `${methodPath(site, operation, "sdk")}: ${operation.method} ${operation.path}`,
  );
  file.print(code`
    ${test}(${title}, async () => {
      ${handler && ["server.use(", handler, "(undefined, { baseURL: ", api, " }));"]}
      ${declared ? [same ? "const value = await " : "await ", method, ";"] : ["await ", method, ".catch(() => undefined);"]}
      const res = await ${call(home(func), ["sdk", ...args])};
      ${same && [expect, "(res).toEqual({ ok: true, value });"]}
      ${declared && !same && [expect, "(res.ok).toBe(true);"]}
      ${!declared && [expect, '(res).toHaveProperty("ok");']}
      const sent = await server.sent();
      ${expect}(sent).toHaveLength(2);
      for (const each of sent) {
        ${call([expect, "(each).toMatchObject"], [{ literal: expected(site, operation) }])};
      }
    });
  `);
}

interface DeclaredErrorCase {
  readonly home: Home;
  readonly response: OperationResponse;
  readonly handler: string;
}

function printErrorTest(
  site: DocsSite,
  file: CodeFile,
  operation: Operation,
  args: readonly string[],
  error: DeclaredErrorCase,
): void {
  const { func } = site.context.names.operation(operation);
  const handler = symbol(error.handler, handlersModule);
  const status = statusOf(operation, error.response);
  const title = stringLiteral(
    `${methodPath(site, operation, "sdk")}: ${status} is a ${error.home.name}`,
  );
  const takesRequest = requestShape(site.context, operation).kind !== "none";
  file.print(code`
    ${test}(${title}, async () => {
      server.use(${handler}(() => ${responseLayout(site, operation, error.response)}, { baseURL: ${api} }));
      const retries = { strategy: "none" } as const;
      const res = await ${call(home(func), ["sdk", ...args, "{ retries }"])};
      ${expect}(res.ok ? undefined : res.error.name).toBe(${stringLiteral(error.home.name)});
      await ${expect}(${call(methodPath(site, operation, "sdk"), [...(takesRequest ? args : args.slice(0, -1)), "{ retries }"])}).rejects.toBeInstanceOf(${home(error.home)});
    });
  `);
}

/**
 * What a test checks of the request: method, path, the values of queries, headers and cookies, and
 * a JSON body.
 */
function expected(site: DocsSite, operation: Operation): Layout {
  const { parameters, body } = site.context.examples.sent(operation);
  const text = (parameter: Parameter, value: unknown): string | undefined =>
    plainText(site, parameter, value);
  const inPath = new Map(
    parameters
      .filter(({ parameter }) => parameter.in === "path")
      .map(({ parameter, value }) => [parameter.wire, text(parameter, value)]),
  );
  const whole = [...pathOf(operation).matchAll(/\{([^{}]+)\}/g)].every(
    ([, name = ""]) => inPath.get(name) !== undefined,
  );
  const path = pathOf(operation).replace(
    /\{([^{}]+)\}/g,
    (_, name: string) => inPath.get(name) ?? "",
  );
  const own = credentialNames(site);
  const valuesIn = (
    location: Parameter["in"],
    nameOf: (wire: string) => string,
  ): readonly Layout[] =>
    parameters.flatMap(({ parameter, value }) => {
      const name = nameOf(parameter.wire);
      if (parameter.in !== location || own.has(`${location} ${name}`)) return [];
      const plain = text(parameter, value);
      return plain === undefined ? [] : [property(name, stringLiteral(plain))];
    });
  const checked = [
    ["query", valuesIn("query", (wire) => wire)],
    ["headers", valuesIn("header", (wire) => wire.toLowerCase())],
    ["cookies", valuesIn("cookie", (wire) => wire)],
  ] as const;
  // A string may be sent as text instead.
  const isText = typeof body === "string" && operation.body?.others !== undefined;
  const written =
    operation.body?.encoding === "json" && body !== undefined && !isText
      ? literalLayout(site.context.examples.encoded(operation.body.type, body))
      : undefined;
  const member = operation.body?.member;
  const json =
    written === undefined || member === undefined
      ? written
      : objectLiteral([property(member, written)]);
  return objectLiteral([
    property("method", stringLiteral(operation.method)),
    ...(whole ? [property("path", stringLiteral(path))] : []),
    ...checked.flatMap(([member, values]) =>
      values.length > 0 ? [property(member, objectLiteral(values))] : [],
    ),
    ...(json === undefined ? [] : [property("body", json)]),
  ]);
}

/** Where credentials take the place of parameters: `header x-api-key`. */
function credentialNames({ context: { api } }: DocsSite): ReadonlySet<string> {
  return new Set(
    api.schemes.flatMap((scheme) =>
      scheme.kind === "apiKey"
        ? [`${scheme.in} ${scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name}`]
        : [],
    ),
  );
}

/**
 * A scalar as it is sent, or `undefined` if the style, the type or the location serializes it
 * differently.
 */
function plainText(site: DocsSite, parameter: Parameter, value: unknown): string | undefined {
  const styled =
    parameter.style === (/path|header/.test(parameter.in) ? "simple" : "form") &&
    parameter.media === undefined;
  const encoded = styled ? site.context.examples.encoded(parameter.type, value) : null;
  if (encoded === null || typeof encoded === "object") return undefined;
  const plain = String(encoded);
  // Headers encode other characters than ASCII, and drop spaces around a value.
  return parameter.in === "header" && !/^(?! )[ -~]+(?<! )$/.test(plain) ? undefined : plain;
}

function home(of: Home, type = false): ReturnType<typeof symbol> {
  return symbol(of.name, `src/${of.file}`, { type });
}

const server = `import { type SetupServerApi, setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { handlers } from "../src/testing/handlers.js";

/** The server that the SDK under test calls. Nothing leaves the process. */
export const api = "https://api.smoke.test";

/** A request as the server saw it. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** By lowercase name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a test needs of the server. */
export interface TestServer {
  readonly use: SetupServerApi["use"];
  /** The requests that the running test has sent. */
  readonly sent: () => Promise<readonly Sent[]>;
}

/** Starts a server that responds with the document's examples, while the tests of a file run. */
export function startServer(): TestServer {
  const server = setupServer(...handlers({ baseURL: api }));
  const requests: Request[] = [];
  beforeAll(() => {
    server.events.on("request:start", ({ request }) => void requests.push(request.clone()));
    server.listen({ onUnhandledRequest: "error" });
  });
  afterEach(() => {
    requests.length = 0;
    server.resetHandlers();
  });
  afterAll(() => server.close());
  return { use: server.use.bind(server), sent: () => Promise.all(requests.map(sentOf)) };
}

async function sentOf(request: Request): Promise<Sent> {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(cookiesOf(request.headers.get("cookie") ?? "")),
    body: parsed(await request.text()),
  };
}

function cookiesOf(header: string): readonly (readonly [string, string])[] {
  return header.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=").map(decodeURIComponent);
    return [name, value.join("=")];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
`;
