import { type Literal, printLiteral } from "../../src/emit/example/literal.js";
import { methodPath } from "../../src/emit/operations/operation.js";
import { requestShape } from "../../src/emit/operations/request.js";
import { support } from "./build.js";
import { clientOptions } from "./client-options.js";
import { type Expected, expectedHeaders, expectedValue, responseFor } from "./expected.js";
import type { Files } from "./files.js";
import { type Match, matchCall } from "./match.js";
import { type Values, mediaOptions, requestOf } from "./request.js";
import type { Scenario, ScenarioCall } from "./scenarios.js";
import type { SpecSdk } from "./sdk.js";
import { wireReader } from "./wire-values.js";

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
  const { names, api, options } = context;
  const models = new Map(api.models.map((model) => [model.pointer, model]));
  const values: Values = {
    reader: wireReader(context, files),
    example: { models, names, dateTime: options.dateTime, spelling: "sdk" },
  };
  const root = `../${source}`;
  const imports = new Map([[`${root}/index.js`, new Set([names.sdk.className])]]);
  const helpers = new Set<string>();

  const use = (name: string, file: string): string => {
    const path = `${root}/${file}.js`;
    imports.set(path, (imports.get(path) ?? new Set()).add(name));
    return name;
  };

  const helper = (name: string): string => {
    helpers.add(name);
    return name;
  };

  const client = (call: ScenarioCall, match: Match, index: number): string => {
    const members = [...clientOptions(match, call)].map(
      ([name, value]) => `, ${name}: ${printLiteral(value, 2)}`,
    );
    return `  const sdk${index} = new ${names.sdk.className}({ ...client${members.join("")} });`;
  };

  /** The request and the options of a call, printed; fewer if there is nothing to say. */
  const argumentsOf = (call: ScenarioCall, match: Match): string[] => {
    const request = requestOf(match, call, values);
    const given = [request, byHand ? headersOf(call) : mediaOptions(match, call)].map((arg) =>
      arg === undefined ? "undefined" : printLiteral(arg, 2),
    );
    while (given.at(-1) === "undefined") given.pop();
    return given;
  };

  /** The client has all credentials. */
  const security = ({ operation }: Match): string[] =>
    names.operation(operation).security ? ["undefined"] : [];

  const methodCall = (call: ScenarioCall, match: Match, index: number): string => {
    const args = argumentsOf(call, match);
    // A method without a request takes the options first.
    const { kind } = requestShape(context, match.operation);
    const given = [...security(match), ...(kind === "none" ? args.slice(1) : args)];
    return `${methodPath(names, match.operation, `sdk${index}`)}(${given.join(", ")})`;
  };

  const comparison = (name: string, { check, value }: Expected): string =>
    `  await ${helper(check)}(${name}, ${printLiteral(value, 2)});`;

  /** A call that must fail: with the class that the document declares. */
  const failing = (call: ScenarioCall, match: Match, index: number): readonly string[] => {
    const response = responseFor(match.operation, call);
    const home = response && names.operation(match.operation).error(response);
    const value = home && expectedValue(match, call, values, files);
    const error = home ? use(home.name, home.file) : use("APIError", "index");
    return [
      `  const error${index} = await ${helper("failure")}(${methodCall(call, match, index)});`,
      `  if (!(error${index} instanceof ${error})) throw error${index};`,
      `  await ${helper("equal")}(error${index}.statusCode, ${call.response.status});`,
      ...(value ? [comparison(`error${index}.data$`, value)] : []),
    ];
  };

  /** A call whose declared headers are compared: only the function gives them. */
  const inspected = (
    call: ScenarioCall,
    match: Match,
    index: number,
    headers: Literal,
  ): readonly string[] => {
    const { func } = names.operation(match.operation);
    const args = [`sdk${index}`, ...security(match), ...argumentsOf(call, match)].join(", ");
    const value = expectedValue(match, call, values, files);
    return [
      `  const [result${index}, { headers: headers${index} }] = await ${use(func.name, func.file)}(${args}).$inspect();`,
      `  if (!result${index}.ok) throw result${index}.error;`,
      ...(value ? [comparison(`result${index}.value`, value)] : []),
      comparison(`headers${index}`, { value: headers, check: "equal" }),
    ];
  };

  const passing = (call: ScenarioCall, match: Match, index: number): readonly string[] => {
    const headers = expectedHeaders(match, call, values);
    if (headers !== undefined) return inspected(call, match, index, headers);
    const value = expectedValue(match, call, values, files);
    const invoked = methodCall(call, match, index);
    if (!value) return [`  await ${invoked};`];
    return [`  const value${index} = await ${invoked};`, comparison(`value${index}`, value)];
  };

  return {
    call: (call, match, index) => [
      client(call, match, index),
      ...(call.response.status >= 400 ? failing : passing)(call, match, index),
    ],
    pages: (call, match, all) => [
      client(call, match, 0),
      `  const pages = await ${helper("pagesOf")}(${methodCall(call, match, 0)});`,
      `  await ${helper("equal")}(pages.length, ${all.length});`,
      ...all.flatMap((each, index) => {
        const value = expectedValue(match, each, values, files);
        return value ? [comparison(`pages[${index}]`, value)] : [];
      }),
    ],
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
