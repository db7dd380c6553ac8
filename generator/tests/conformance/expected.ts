import { fits } from "../../src/emit/example/fits.js";
import { Code, type Literal } from "../../src/emit/example/literal.js";
import { sdkExample } from "../../src/emit/example/sdk.js";
import type { Field, Operation, OperationResponse } from "../../src/model/types.js";
import type { Files } from "./files.js";
import type { Match } from "./match.js";
import { isChoice } from "./media.js";
import type { Values } from "./request.js";
import type { ScenarioCall } from "./scenarios.js";
import { readXml } from "./xml.js";

/** The value that a method must return. */
export interface Expected {
  readonly value: Literal;
  /** How it is compared: a server may leave out what it declares, or send something else. */
  readonly check: "equal" | "equalAsSent";
}

/** The response of an operation for the status and content type of a call. */
export function responseFor(
  operation: Operation,
  { response }: ScenarioCall,
): OperationResponse | undefined {
  const { status, body } = response;
  const range = `${String(status).charAt(0)}XX`;
  for (const wanted of [status, range, "default"]) {
    const found = operation.responses.filter((each) => each.status === wanted);
    const exact = found.find((each) => each.media === body?.contentType);
    if (exact ?? found[0]) return exact ?? found[0];
  }
  return undefined;
}

/** The value for the body of a response; `undefined` if there is none, or none is declared. */
export function expectedValue(
  match: Match,
  call: ScenarioCall,
  values: Values,
  files: Files,
): Expected | undefined {
  const response = responseFor(match.operation, call);
  const plain = response && plainValue(match, response, call, values, files);
  if (!plain || !isChoice(response)) return plain;
  const contentType = response.media?.includes("*")
    ? (call.response.body?.contentType ?? "")
    : (response.media ?? "");
  const value = new Map<string, Literal>([["contentType", contentType]]).set("data", plain.value);
  return { ...plain, value };
}

function plainValue(
  { operation, sdk }: Match,
  response: OperationResponse,
  { response: { status, body } }: ScenarioCall,
  { reader, example }: Values,
  files: Files,
): Expected | undefined {
  if (!body) return undefined;
  // A response of undeclared or arbitrary content is read as bytes.
  const type = response.type && reader.type(response.type);
  if (response.encoding === "bytes" || (type?.kind === "bytes" && type.encoding === "binary"))
    return { value: new Code(`bytes(${files.add(body.content, {})})`), check: "equal" };
  if (!response.type) return undefined;
  const text = String(body.content);
  const wire =
    String(response.encoding) === "xml"
      ? readXml(sdk.document, operation, text, status)
      : response.encoding === "json"
        ? JSON.parse(text)
        : text;
  return {
    value: sdkExample(example, response.type, wire),
    check: fits(example.models, response.type, wire) ? "equal" : "equalAsSent",
  };
}

/** The declared headers of a response that a server sends; `undefined` if there are none. */
export function expectedHeaders(
  { operation, sdk }: Match,
  call: ScenarioCall,
  { reader, example }: Values,
): Literal | undefined {
  const names: HeaderNames = sdk.context.names.operation(operation);
  const headers = new Map<string, Literal>();
  for (const field of responseFor(operation, call)?.headers ?? []) {
    const text = call.response.headers[field.wire.toLowerCase()];
    if (text === undefined) continue;
    const name = names.header?.(field) ?? field.wire;
    headers.set(name, sdkExample(example, field.type, reader.text(field.type, text)));
  }
  return headers.size === 0 ? undefined : headers;
}

/** The part of an operation's names that is about response headers. */
interface HeaderNames extends Pick<ReturnType<OperationNames>, "func"> {
  readonly header?: (field: Field) => string;
}

type OperationNames = Match["sdk"]["context"]["names"]["operation"];
