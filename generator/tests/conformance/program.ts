import { Code, type Literal, printLiteral } from "../../src/emit/example/literal.js";
import { type SdkExampleContext, sdkExample } from "../../src/emit/example/sdk.js";
import { fits } from "../../src/emit/example/fits.js";
import { methodPath } from "../../src/emit/operations/operation.js";
import { isRequestOptional, requestShape } from "../../src/emit/operations/request.js";
import type { Operation, OperationResponse, SecurityScheme } from "../../src/model/types.js";
import { support } from "./build.js";
import type { Files } from "./files.js";
import { type Match, matchCall } from "./match.js";
import type { Scenario, ScenarioCall } from "./scenarios.js";
import type { SpecSdk } from "./sdk.js";
import { type WireReader, wireReader } from "./wire-values.js";

/** The program of a scenario, or why there is none. */
export type Program = { readonly text: string } | { readonly missing: string };

/** Options of {@link programOf}. */
export interface ProgramOptions {
  readonly files: Files;
  /** Passes the headers that the server expects as an option of the call. */
  readonly byHand: boolean;
  /** What stands for the origin of the mock server in the values of scenarios. */
  readonly origin: string;
}

/**
 * Writes the program of a scenario: it calls the generated methods with the values that the mock
 * server expects, and compares the results with those that it sends.
 */
export function programOf(
  scenario: Scenario,
  sdks: readonly SpecSdk[],
  options: ProgramOptions,
): Program {
  const matches: (readonly [ScenarioCall, Match])[] = [];
  for (const call of scenario.calls) {
    const match = matchCall(sdks, call);
    const isPaged = matches[0]?.[1].operation.pagination !== undefined;
    if (match) matches.push([call, match]);
    else if (!isPaged) return { missing: `no operation for ${call.method} ${call.uri}` };
  }
  const [first] = matches;
  if (!first) return { missing: "no calls" };
  try {
    const printer = createPrinter(first[1].sdk, options);
    const lines = first[1].operation.pagination
      ? printer.pages(first[0], first[1], scenario.calls)
      : matches.flatMap(([call, match], index) => printer.call(call, match, index));
    return { text: printer.finish(lines) };
  } catch (error) {
    return { missing: `no values of the declared types: ${String(error).split("\n")[0]}` };
  }
}

/** The value that a method must return. */
interface Expected {
  readonly value: Literal;
  /** How it is compared: a server may leave out what it declares. */
  readonly check: "equal" | "equalButIncomplete";
}

interface Printer {
  readonly call: (call: ScenarioCall, match: Match, index: number) => readonly string[];
  readonly pages: (
    first: ScenarioCall,
    match: Match,
    all: readonly ScenarioCall[],
  ) => readonly string[];
  readonly finish: (lines: readonly string[]) => string;
}

function createPrinter(
  { context, source }: SpecSdk,
  { files, byHand, origin }: ProgramOptions,
): Printer {
  const { names, api } = context;
  const reader = wireReader(context, files);
  const models = new Map(api.models.map((model) => [model.pointer, model]));
  const { dateTime } = context.options;
  const example: SdkExampleContext = { models, names, dateTime, spelling: "sdk" };
  const root = `../${source}`;
  const imports = new Map([[`${root}/index.js`, new Set([names.sdk.className])]]);
  const helpers = new Set<string>();

  const use = (name: string, file: string): string => {
    const known = imports.get(file) ?? new Set();
    imports.set(file, known.add(name));
    return name;
  };

  const helper = (name: string): string => {
    helpers.add(name);
    return name;
  };

  const client = (call: ScenarioCall, match: Match, index: number): string => {
    const options = clientOptions(match, call);
    const members = [...options].map(([name, value]) => `, ${name}: ${printLiteral(value, 2)}`);
    return `  const sdk${index} = new ${names.sdk.className}({ ...client${members.join("")} });`;
  };

  const methodCall = (call: ScenarioCall, { operation, path }: Match, index: number): string => {
    const request = requestOf(operation, { call, path }, reader, example, match(operation));
    const args = [request, byHand ? headersOf(call) : undefined];
    const given = args.map((arg) => (arg === undefined ? "undefined" : printLiteral(arg, 2)));
    while (given.at(-1) === "undefined") given.pop();
    return `${methodPath(names, operation, `sdk${index}`)}(${given.join(", ")})`;
  };
  const match = (operation: Operation) => ({
    shape: requestShape(context, operation),
    names: names.operation(operation),
  });

  const expected = (
    response: OperationResponse | undefined,
    call: ScenarioCall,
  ): Expected | undefined => {
    const { body } = call.response;
    if (!response?.type || !body) return undefined;
    const type = reader.type(response.type);
    if (type.kind === "bytes" && type.encoding === "binary")
      return { value: new Code(`bytes(${files.add(body.content, {})})`), check: "equal" };
    const text = String(body.content);
    const wire = response.encoding === "json" ? JSON.parse(text) : text;
    return {
      value: sdkExample(example, response.type, wire),
      check: fits(models, response.type, wire) ? "equal" : "equalButIncomplete",
    };
  };

  return {
    call: (call, found, index) => {
      const made = client(call, found, index);
      const invoked = methodCall(call, found, index);
      const { status } = call.response;
      const response = responseFor(found.operation, call);
      const value = expected(response, call);
      if (status >= 400) {
        const home = response && names.operation(found.operation).error(response);
        const error = home
          ? use(home.name, `${root}/${home.file}.js`)
          : use("APIError", `${root}/index.js`);
        return [
          made,
          `  const error${index} = await ${helper("failure")}(${invoked});`,
          `  if (!(error${index} instanceof ${error})) throw error${index};`,
          `  ${helper("equal")}(error${index}.statusCode, ${status});`,
          ...(home && value !== undefined
            ? [
                `  await ${helper(value.check)}(error${index}.data$, ${printLiteral(value.value, 2)});`,
              ]
            : []),
        ];
      }
      if (value === undefined) return [made, `  await ${invoked};`];
      return [
        made,
        `  const value${index} = await ${invoked};`,
        `  await ${helper(value.check)}(value${index}, ${printLiteral(value.value, 2)});`,
      ];
    },
    pages: (call, found, all) => {
      const response = responseFor(found.operation, call);
      const checks = all.flatMap((each, index) => {
        const value = expected(response, each);
        if (!value) return [];
        return `  await ${helper(value.check)}(pages[${index}], ${printLiteral(value.value, 2)});`;
      });
      return [
        client(call, found, 0),
        `  const pages = await ${helper("pagesOf")}(${methodCall(call, found, 0)});`,
        `  await ${helper("equal")}(pages.length, ${all.length});`,
        ...checks,
      ];
    },
    finish: (lines) => {
      const body = files.inCode(lines.join("\n")).replaceAll(origin, '" + origin + "');
      const used = [...new Set(body.match(/\b(?:file|bytes)\d+\b/g) ?? [])];
      return [
        ...[...imports].map(([file, set]) => `import { ${[...set].join(", ")} } from "${file}";`),
        `import { ${["type Settings", ...helpers].join(", ")} } from "../${support}/check.js";`,
        ...(used.length > 0 ? [`import { ${used.join(", ")} } from "../files.js";`] : []),
        "",
        "export async function run({ origin, ...client }: Settings): Promise<void> {",
        body,
        "}",
        "",
      ].join("\n");
    },
  };
}

/** The headers of a call as an option by hand. */
function headersOf({ headers }: ScenarioCall): Literal | undefined {
  const entries = Object.entries(headers).filter(([name]) => name !== "content-type");
  return entries.length === 0 ? undefined : new Map([["headers", new Map(entries)]]);
}

/** The options of the client: what the servers and the security of the document ask for. */
function clientOptions(match: Match, call: ScenarioCall): ReadonlyMap<string, Literal> {
  const { names, api } = match.sdk.context;
  const options = new Map<string, Literal>();
  const origin = new Code("origin");
  if (match.originVariable === undefined) options.set("serverURL", origin);
  else options.set(names.variable(match.originVariable), origin);
  for (const [name, value] of match.variables) options.set(names.variable(name), value);
  for (const scheme of api.schemes) {
    const value = credentialOf(scheme, call);
    const isNeeded =
      match.operation.security.length > 0 &&
      match.operation.security.every((keys) => keys.includes(scheme.key));
    if (value !== undefined) options.set(names.option(scheme), value);
    else if (isNeeded) options.set(names.option(scheme), "none");
  }
  return options;
}

/** The credential that a call expects for a scheme. */
function credentialOf(
  scheme: SecurityScheme,
  { headers, query }: ScenarioCall,
): string | undefined {
  if (scheme.kind === "apiKey")
    return scheme.in === "header" ? headers[scheme.name.toLowerCase()] : text(query[scheme.name]);
  const [, credential] = headers["authorization"]?.split(" ") ?? [];
  return credential;
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The request of a call as a user of the SDK writes it. */
function requestOf(
  operation: Operation,
  { call, path }: { readonly call: ScenarioCall; readonly path: ReadonlyMap<string, string> },
  reader: WireReader,
  example: SdkExampleContext,
  {
    shape,
    names,
  }: {
    readonly shape: ReturnType<typeof requestShape>;
    readonly names: ReturnType<SpecSdk["context"]["names"]["operation"]>;
  },
): Literal | undefined {
  if (shape.kind === "none") return undefined;
  const { body } = operation;
  const value =
    body && (call.body ? reader.body(body, call.body) : body.required && reader.missing(body));
  const sent =
    body && value !== undefined && value !== false
      ? sdkExample(example, body.type, value)
      : undefined;
  if (shape.kind === "body") return sent;
  const members = new Map<string, Literal>();
  for (const parameter of operation.parameters) {
    const raw = rawValue(parameter, operation, call, path);
    if (raw === undefined) continue;
    const wire = reader.parameter(parameter, raw);
    members.set(names.member(parameter), sdkExample(example, parameter.type, wire));
  }
  if (sent !== undefined) members.set(names.bodyMember ?? "requestBody", sent);
  return members.size === 0 && isRequestOptional(shape) ? undefined : members;
}

/** The value of a parameter on the wire. An exploded object is all that no other parameter is. */
function rawValue(
  parameter: Operation["parameters"][number],
  operation: Operation,
  call: ScenarioCall,
  path: ReadonlyMap<string, string>,
): unknown {
  const { wire } = parameter;
  switch (parameter.in) {
    case "path":
      return path.get(wire);
    case "header":
      return call.headers[wire.toLowerCase()];
    case "cookie":
      return undefined;
    default: {
      if (Object.hasOwn(call.query, wire)) return call.query[wire];
      const others = new Set(operation.parameters.map((each) => each.wire));
      const rest = Object.entries(call.query).filter(([name]) => !others.has(name));
      const isOpen = parameter.explode && parameter.style === "form" && rest.length > 0;
      return isOpen ? Object.fromEntries(rest) : undefined;
    }
  }
}

/** The response of an operation for the status of a call. */
function responseFor(
  operation: Operation,
  { response }: ScenarioCall,
): OperationResponse | undefined {
  const { status, body } = response;
  const range = `${String(status).charAt(0)}XX`;
  for (const wanted of [status, range, "default"]) {
    const found = operation.responses.filter((each) => each.status === wanted);
    const media = found.find((each) => each.media === body?.contentType);
    if (media ?? found[0]) return media ?? found[0];
  }
  return undefined;
}
