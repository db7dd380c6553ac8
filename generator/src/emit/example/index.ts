import type {
  Answer,
  Api,
  Model,
  Operation,
  Parameter,
  Pointer,
  Side,
  Type,
} from "../../model/types.js";
import type { Plan } from "../../name/types.js";
import type { EmitOptions } from "../../output/emit-options.js";
import type { Literal } from "./literal.js";
import { sdkExample } from "./sdk.js";
import { showsItself, wireExample } from "./wire.js";

/** What an operation sends in its example, as JSON values before any styling. */
export interface ExampleRequest {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: unknown }[];
  /** `undefined` where the operation has no body. */
  readonly body: unknown;
}

/** Examples of one API: the document's own where they fit, stand-ins elsewhere. */
export interface Examples {
  /** What is sent: the required parameters, those with an example, and the body. */
  readonly sent: (operation: Operation) => ExampleRequest;
  /** The same as a user of the SDK writes it, member by member of the request; `undefined` without a request. */
  readonly request: (operation: Operation) => Literal | undefined;
  /** A value of {@link Examples.sent} as JSON that the SDK makes of it: instants as `Date` prints them. */
  readonly encoded: (type: Type, value: unknown) => Literal;
  /** The JSON value of an answer. */
  readonly answer: (answer: Answer) => unknown;
  /** A model as a user of the SDK writes it, or reads it. */
  readonly model: (model: Model, side: Side) => Literal;
}

/** Makes the examples of an API. */
export function examplesOf(api: Api, plan: Plan, options: EmitOptions): Examples {
  const models: ReadonlyMap<Pointer, Model> = new Map(
    api.models.map((model) => [model.pointer, model]),
  );
  const dialect = { models, plan, dateTime: options.dateTime, spelling: "sdk" } as const;
  const sending = { models, direction: "request" } as const;
  const reading = { models, direction: "response" } as const;

  const shown = (parameter: Parameter): boolean =>
    parameter.required ||
    parameter.docs.example !== undefined ||
    showsItself(sending, parameter.type);

  const sent = remembered((operation: Operation): ExampleRequest => ({
    parameters: operation.parameters
      .filter(shown)
      .map((parameter) => ({
        parameter,
        value: wireExample(sending, parameter.type, {
          name: parameter.wire,
          given: parameter.docs.example,
        }),
      }))
      .filter(({ value }) => value !== undefined),
    body:
      operation.body &&
      wireExample(sending, operation.body.type, { given: operation.body.docs.example }),
  }));

  const request = remembered((operation: Operation): Literal | undefined => {
    const { bodyMember, member } = plan.operation(operation);
    const { parameters, body } = sent(operation);
    const written =
      operation.body && body !== undefined
        ? sdkExample(dialect, operation.body.type, body)
        : undefined;
    if (operation.parameters.length === 0) return written;
    const members = new Map(
      parameters.map((each) => [
        member(each.parameter),
        sdkExample(dialect, each.parameter.type, each.value),
      ]),
    );
    return bodyMember === undefined || written === undefined
      ? members
      : members.set(bodyMember, written);
  });

  const aliased = aliasesOf(models);
  const shownOn = (direction: Side): ((model: Model) => Literal) =>
    remembered((model: Model) => {
      const place = { given: model.docs.example, within: [model.pointer] };
      const value = wireExample({ models, direction }, model.type, place);
      return sdkExample(dialect, model.type, value, model);
    });
  const shownOf = { request: shownOn("request"), response: shownOn("response") };

  return {
    sent,
    encoded: (type, value) => sdkExample({ ...dialect, spelling: "sent" }, type, value),
    request,
    answer: remembered(
      (answer: Answer) =>
        answer.type && wireExample(reading, answer.type, { given: answer.docs.example }),
    ),
    model: (model, side) => shownOf[side](aliased(model)),
  };
}

/**
 * Tells whose example a model shows: a name for another model that has no example of its own shows the other's. Each is
 * looked at once, since there may be thousands of names in a row.
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

/** An example is shown in a comment, on pages, in handlers and in tests, and made once. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
