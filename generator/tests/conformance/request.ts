import type { Literal } from "../../src/emit/example/literal.js";
import { type SdkExampleContext, sdkExample } from "../../src/emit/example/sdk.js";
import { isRequestOptional, requestShape } from "../../src/emit/operations/request.js";
import type { Body, Parameter } from "../../src/model/types.js";
import type { Match } from "./match.js";
import { acceptedMedia, contentsOf } from "./media.js";
import type { ScenarioCall } from "./scenarios.js";
import type { WireReader } from "./wire-values.js";

/** What prints the values of an SDK. */
export interface Values {
  readonly reader: WireReader;
  readonly example: SdkExampleContext;
}

/** The request of a call as a user of the SDK writes it; `undefined` if there is none. */
export function requestOf(match: Match, call: ScenarioCall, values: Values): Literal | undefined {
  const { operation, sdk } = match;
  const shape = requestShape(sdk.context, operation);
  if (shape.kind === "none") return undefined;
  const body = operation.body && bodyOf(match, operation.body, call, values);
  if (shape.kind === "body") return body;
  const names = sdk.context.names.operation(operation);
  const members = new Map<string, Literal>();
  for (const parameter of operation.parameters) {
    const raw = rawValue(parameter, match, call);
    if (raw === undefined) continue;
    const wire = values.reader.parameter(parameter, raw);
    members.set(names.member(parameter), sdkExample(values.example, parameter.type, wire));
  }
  if (body !== undefined) members.set(names.bodyMember ?? "requestBody", body);
  return members.size === 0 && isRequestOptional(shape) ? undefined : members;
}

function bodyOf(
  match: Match,
  body: Body,
  call: ScenarioCall,
  { reader, example }: Values,
): Literal | undefined {
  const mock = call.body;
  if (!mock)
    return body.required ? sdkExample(example, body.type, reader.missing(body)) : undefined;
  const all = contentsOf(body);
  const content = all.find(({ media }) => media === mock.contentType) ?? body;
  return sdkExample(example, content.type, reader.body(content, mock, match));
}

/** The options of a call that choose a media type; `undefined` if there is nothing to choose. */
export function mediaOptions({ operation }: Match, call: ScenarioCall): Literal | undefined {
  const options = new Map<string, Literal>();
  const accept = call.headers["accept"] ?? call.response.body?.contentType;
  if (acceptedMedia(operation).length > 1 && accept !== undefined) options.set("accept", accept);
  const isChoice = operation.body && contentsOf(operation.body).length > 1;
  if (isChoice && call.body) options.set("contentType", call.body.contentType);
  return options.size === 0 ? undefined : options;
}

/** The value of a parameter on the wire. An exploded object is all that no other parameter is. */
function rawValue(parameter: Parameter, { operation, path }: Match, call: ScenarioCall): unknown {
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
