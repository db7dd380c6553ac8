/** Responses: which of them are success, and how each is read. OpenAPI 3.1, sections 4.8.16 and 4.8.17. */
import { append } from "../document/pointer.js";
import { deref, type Located } from "../document/refs.js";
import type { HeaderObject, OperationObject, ResponseObject } from "../document/types.js";
import { exampleDocs, titled } from "./body.js";
import type { Context } from "./context.js";
import { inspectExtensions, overrideOf } from "./extensions.js";
import { isStructuredText, type MediaKind, type Offer, offersOf } from "./media.js";
import { operationPlace } from "./place.js";
import { classOf, covers, reasonOf, statusOf } from "./status.js";
import type { Answer, Field, Pointer, Type } from "./types.js";
import { unknownType } from "./types-of.js";
import { docsOf } from "./words.js";

type Status = Answer["status"];

/** What the answers of one operation have in common. */
export interface AnswerSetting {
  readonly id: string;
  readonly pointer: Pointer;
  readonly method: string;
  /** Status codes and ranges that are failures, from `x-speakeasy-errors`. */
  readonly failures: readonly string[];
}

/** The answers of an operation in document order. */
export function answersOf(
  context: Context,
  operation: OperationObject,
  setting: AnswerSetting,
): readonly Answer[] {
  const listed = Object.entries(operation.responses ?? {}).filter(([key]) => !key.startsWith("x-"));
  const statuses = listed.map(([key]) => statusOf(key));
  const succeeds = statuses.some((status) => status !== undefined && classOf(status) === 2);
  const answers = listed.flatMap(([key, value], index) => {
    const pointer = append(setting.pointer, "responses", key);
    const status = statuses[index];
    if (status === undefined) {
      context.report("response-ignored", pointer, `\`${key}\` is not a status code.`);
      return [];
    }
    if (classOf(status) === 1) {
      const message = `\`${key}\` is an interim response, which a client never sees.`;
      context.report("response-ignored", pointer, message, "Remove the response.");
      return [];
    }
    const located = deref<ResponseObject>(context.document, value, pointer);
    if (!located) context.report("ref-missing", pointer, "The response refers to nothing.");
    return located
      ? answersFor(
          context,
          status,
          located,
          overrideOf(value),
          setting,
          isFailure(status, succeeds, setting),
        )
      : [];
  });
  if (!answers.some((answer) => !answer.failure)) {
    context.report(
      "response-missing",
      append(setting.pointer, "responses"),
      "The operation declares no success response.",
    );
  }
  return answers;
}

/** A redirect is followed before we see it, and `default` beside a success means everything else. */
function isFailure(status: Status, succeeds: boolean, { failures }: AnswerSetting): boolean {
  if (failures.some((pattern) => covers(pattern, status))) return true;
  const kind = classOf(status);
  return kind !== 2 && kind !== 4 && kind !== 5 && succeeds;
}

const order: readonly MediaKind[] = ["json", "text", "bytes", "events", "multipart", "form"];

function answersFor(
  context: Context,
  status: Status,
  located: Located<ResponseObject>,
  override: string | undefined,
  setting: AnswerSetting,
  failure: boolean,
): readonly Answer[] {
  const { value, pointer } = located;
  inspectExtensions(context.report, "answer", value, pointer);
  if (value.links)
    context.report(
      "feature-unsupported",
      append(pointer, "links"),
      "Links between operations are not generated.",
    );
  const suggestedName = override ?? overrideOf(value);
  const common = {
    ...(suggestedName !== undefined && { suggestedName }),
    status,
    headers: headersOf(context, located, setting.id),
    failure,
  };
  const offers = hasBody(status, setting.method) ? offersOf(value.content, order) : [];
  const taken = takenOf(offers, failure);
  for (const other of offers.filter((offer) => !taken.includes(offer))) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `\`${other.media}\` is not asked for, \`${offers[0]?.media ?? ""}\` is.`,
    );
  }
  if (taken.length === 0)
    return [{ ...common, media: undefined, encoding: "empty", docs: docsOf(value) }];
  const answer = (offer: Offer): Answer => ({
    ...common,
    media: offer.media,
    ...readerOf(context, offer, located, setting, status, failure),
    docs: { ...docsOf(value), ...exampleDocs(offer.content) },
  });
  return taken.map(answer);
}

/** RFC 9110 sections 9.3.2 and 15: these never have content. */
function hasBody(status: Status, method: string): boolean {
  return method !== "head" && status !== 204 && status !== 205 && status !== 304;
}

/** A success comes in the media type that we ask for. A failure comes in whichever the server likes. */
function takenOf(offers: readonly Offer[], failure: boolean): readonly Offer[] {
  const [first] = offers;
  if (!first) return [];
  return failure && first.kind === "json"
    ? offers.filter((offer) => offer.kind === "json")
    : [first];
}

function readerOf(
  context: Context,
  offer: Offer,
  located: Located<ResponseObject>,
  setting: AnswerSetting,
  status: Status,
  failure: boolean,
): Pick<Answer, "encoding" | "type"> {
  const { kind, media, content } = offer;
  const pointer = append(located.pointer, "content", offer.key);
  inspectExtensions(context.report, "media", content, pointer);
  switch (kind) {
    case "json": {
      const words = failure ? `${reasonOf(status)} response body` : successWords(status);
      const place = titled(operationPlace(append(pointer, "schema"), setting.id, words), content);
      return {
        encoding: "json",
        type: content.schema === undefined ? unknownType : context.typeOf(content.schema, place),
      };
    }
    case "text":
      if (isStructuredText(media))
        context.report("media-type-as-text", pointer, `\`${media}\` is handed over as text.`);
      return { encoding: "text", type: text };
    case "bytes":
      return { encoding: "bytes", type: { kind: "bytes", encoding: "binary" } };
    case "events":
      context.report("media-type-unsupported", pointer, "Event streams are not read.");
      return { encoding: "events" };
    default:
      context.report("media-type-unsupported", pointer, `\`${media}\` is not read.`);
      return { encoding: "unsupported" };
  }
}

const text: Type = { kind: "string" };

function successWords(status: Status): string {
  return status === 200 || status === "default"
    ? "response body"
    : `${reasonOf(status)} response body`;
}

function headersOf(
  context: Context,
  { value, pointer }: Located<ResponseObject>,
  id: string,
): readonly Field[] {
  return Object.entries(value.headers ?? {}).flatMap(([wire, header]) => {
    if (wire.toLowerCase() === "content-type") return [];
    const at = append(pointer, "headers", wire);
    const found = deref<HeaderObject>(context.document, header, at);
    if (!found) context.report("ref-missing", at, "The header refers to nothing.");
    return found ? [headerField(context, wire, found, id)] : [];
  });
}

function headerField(
  context: Context,
  wire: string,
  { value: header, pointer }: Located<HeaderObject>,
  id: string,
): Field {
  const schema = header.schema;
  const place = operationPlace(append(pointer, "schema"), id, wire);
  return {
    wire,
    type: schema === undefined ? text : context.typeOf(schema, place),
    required: header.required === true,
    access: "both",
    docs: docsOf(header),
  };
}
