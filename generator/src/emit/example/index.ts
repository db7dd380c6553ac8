import type {
  OperationResponse,
  Api,
  Body,
  Model,
  Operation,
  Parameter,
  Pointer,
  Side,
  Type,
} from "../../model/types.js";
import type { Names } from "../../name/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { Literal } from "./literal.js";
import { type SdkExampleContext, sdkExample } from "./sdk.js";
import { hasCut, showsItself, sizeOf, wireExample } from "./wire.js";
import { isWritable } from "./writable.js";

/** The example request of an operation, as JSON values before serialization. */
export interface ExampleRequest {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: unknown }[];
  /** `undefined` for an operation without a body. */
  readonly body: unknown;
}

/** The examples of an API: those of the document if they fit, or else placeholders. */
export interface Examples {
  /** The request: required parameters, those with an example, and the body. */
  readonly sent: (operation: Operation) => ExampleRequest;
  /** The same as a user of the SDK writes it; `undefined` without a request. */
  readonly request: (operation: Operation) => Literal | undefined;
  /**
   * A value of {@link Examples.sent} as the JSON that the SDK sends: instants as `Date` prints
   * them.
   */
  readonly encoded: (type: Type, value: unknown) => Literal;
  /** False if a part of the request or of a response is too large, or must contain itself. */
  readonly isWhole: (operation: Operation) => boolean;
  /** The JSON value of a response. */
  readonly response: (response: OperationResponse) => unknown;
  /** A model as a user of the SDK writes or reads it. */
  readonly model: (model: Model, side: Side) => Literal;
}

/** Creates the examples of an API. */
export function examplesOf(api: Api, names: Names, options: EmitOptions): Examples {
  const models: ReadonlyMap<Pointer, Model> = new Map(
    api.models.map((model) => [model.pointer, model]),
  );
  const { dateTime } = options;
  const context: SdkExampleContext = { models, names, dateTime, spelling: "sdk" };
  const sending = { models, direction: "request" } as const;
  const reading = { models, direction: "response" } as const;

  const example = limited();
  const shown = (parameter: Parameter): boolean =>
    parameter.required ||
    parameter.docs.example !== undefined ||
    showsItself(sending, parameter.type);

  const sent = remembered((operation: Operation): ExampleRequest => ({
    parameters: operation.parameters
      .filter(shown)
      .map((parameter) => ({ parameter, value: parameterExample(parameter) }))
      .filter(({ value }) => value !== undefined),
    body: operation.body && bodyExample(operation.body),
  }));

  const parameterExample = (parameter: Parameter): unknown => {
    const filled = parameter.in === "path" || parameter.style === "deepObject";
    const source = { name: parameter.wire, filled };
    const given = example(sending, parameter.type, { ...source, given: parameter.docs.example });
    if (isWritable(parameter, given)) return given;
    const made = example(sending, parameter.type, source);
    return isWritable(parameter, made) || parameter.required ? made : undefined;
  };

  const bodyExample = ({ type, docs, parts }: Body): unknown => {
    const filled = parts.some(({ style }) => style === "deepObject");
    return example(sending, type, { given: docs.example, filled });
  };

  const request = remembered((operation: Operation): Literal | undefined => {
    const { bodyMember, member } = names.operation(operation);
    const { parameters, body } = sent(operation);
    const written =
      operation.body && body !== undefined
        ? sdkExample(contextOf(operation.body), operation.body.type, body)
        : undefined;
    if (operation.parameters.length === 0) return written;
    const members = new Map(
      parameters.map((each) => [
        member(each.parameter),
        sdkExample(context, each.parameter.type, each.value),
      ]),
    );
    return bodyMember === undefined || written === undefined
      ? members
      : members.set(bodyMember, written);
  });

  /** A file where only JSON can be would be rejected. */
  const contextOf = ({ rejectsFiles }: Body): SdkExampleContext =>
    rejectsFiles ? { ...context, filesAsStrings: true } : context;

  const aliased = aliasesOf(models);
  const shownOn = (direction: Side): ((model: Model) => Literal) =>
    remembered((model: Model) => {
      const source = { given: model.docs.example, within: [model.pointer] };
      const value = example({ models, direction }, model.type, source);
      return sdkExample(context, model.type, value, model);
    });
  const shownOf = { request: shownOn("request"), response: shownOn("response") };

  const response = remembered(
    (of: OperationResponse): unknown =>
      of.type && example(reading, of.type, { given: of.docs.example }),
  );

  /** False for a response that must contain itself, for which there is no example. */
  const isMade = (of: OperationResponse): boolean =>
    of.encoding !== "json" || of.type?.kind !== "ref" || (response(of) ?? null) !== null;

  return {
    sent,
    encoded: (type, value) => sdkExample({ ...context, spelling: "sent" }, type, value),
    request,
    response,
    isWhole: (operation) => {
      const { parameters, body } = sent(operation);
      const values = [body, ...parameters.map(({ value }) => value)];
      return (
        ![...values, ...operation.responses.map(response)].some(hasCut) &&
        operation.responses.every(isMade)
      );
    },
    model: (model, side) => shownOf[side](aliased(model)),
  };
}

/** How much all examples of an API hold before each of them may hold less. */
const TOTAL = 300_000;
const LESS = 100;

/** Makes examples within a limit for each and one for all. */
function limited(): typeof wireExample {
  let total = 0;
  return (context, type, source) => {
    const example = wireExample(
      { ...context, ...(total > TOTAL && { limit: LESS }) },
      type,
      source,
    );
    total += sizeOf(example);
    return example;
  };
}

/**
 * Returns the model whose example another one shows: an alias without its own example shows that of
 * its target. Remembers the results, because there may be thousands of aliases in a row.
 */
function aliasesOf(models: ReadonlyMap<Pointer, Model>): (model: Model) => Model {
  const known = new Map<Model, Model>();
  return (model) => {
    const passed: Model[] = [];
    let end = model;
    while (!known.has(end) && end.type.kind === "ref" && end.docs.example === undefined) {
      const next = models.get(end.type.to);
      if (!next) break;
      passed.push(end);
      end = next;
    }
    end = known.get(end) ?? end;
    for (const alias of passed) known.set(alias, end);
    return end;
  };
}

/** Makes each example once: comments, pages, handlers and tests all use it. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
