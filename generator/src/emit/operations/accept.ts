import { mediaOf } from "../../model/accept.js";
import { acceptOption } from "../../model/operation-facts.js";
import type { Operation, OperationResponse } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { arrayLiteral, call, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { flagOf, isStream } from "./streams.js";

/**
 * The member `accept` of an operation, if the header is not what the runtime makes of `emitted`,
 * the responses that the operation has there, or if a call can choose.
 */
export function acceptMember(
  context: EmitContext,
  operation: Operation,
  emitted: readonly OperationResponse[],
): readonly Layout[] {
  const usual = acceptHeader(operation);
  const choice = acceptOption(operation);
  const flag = flagOf(context, operation);
  // What the document lists in a parameter `Accept` has no default for each of the two.
  if (flag && choice && !choice.open && choice.default === undefined) {
    const part = (of: boolean): string => acceptHeader(withoutSuccesses(operation, of));
    const args = [stringLiteral(part(true)), stringLiteral(part(false))];
    const names = arrayLiteral(flag.wire.map(stringLiteral));
    return [
      property(
        "accept",
        call(context.runtime("streamAccept"), [
          { literal: names },
          String(flag.isDefault),
          ...args,
          { literal: arrayLiteral(choice.media.map(stringLiteral)) },
        ]),
      ),
    ];
  }
  if (choice) {
    const media = choice.open ? [] : [arrayLiteral(choice.media.map(stringLiteral))];
    const option = call(context.runtime("acceptOption"), [
      stringLiteral(usual),
      ...media.map((literal) => ({ literal })),
    ]);
    return [property("accept", option)];
  }
  return usual === runtimeHeader(emitted)
    ? []
    : [property("accept", ["() => ", stringLiteral(usual)])];
}

/**
 * The `Accept` header of a call that does not choose: the media types of the successes in order of
 * preference, and those of typed errors that they do not cover.
 */
export function acceptHeader({ responses, accept }: Operation): string {
  if (accept?.default !== undefined) return accept.default;
  const media = accept && accept.media.length > 0 ? accept.media : mediaOf(responses);
  if (media.length === 0) return "*/*";
  const errors = new Set(
    responses.flatMap((response) =>
      response.isError && (response.encoding === "json" || response.encoding === "xml")
        ? (response.media ?? [])
        : [],
    ),
  );
  const listed = [...media, ...[...errors].filter((each) => !isCovered(media, each))];
  // Where the value depends on the media type, the order is a preference.
  const isRanked = responses.some(({ isChoice }) => isChoice);
  return listed.map((each, index) => (isRanked ? ranked(each, index) : each)).join(", ");
}

/**
 * An operation with the successes that a request asks for: its streams, or the others. Errors of
 * the media type of one that it does not ask for are left out: servers would take it for a wish.
 */
function withoutSuccesses(operation: Operation, streamed: boolean): Operation {
  const isOther = (each: OperationResponse): boolean =>
    !each.isError && isStream(each) !== streamed;
  const unwanted = new Set(operation.responses.filter(isOther).map(({ media }) => media));
  const responses = operation.responses.filter(
    (each) => !isOther(each) && !(each.isError && unwanted.has(each.media)),
  );
  const { accept: _, ...others } = operation;
  return { ...others, responses };
}

/** RFC 9110 section 12.4.2. */
function ranked(media: string, index: number): string {
  return index === 0 ? media : `${media};q=${Math.max(10 - index, 1) / 10}`;
}

function isCovered(media: readonly string[], type: string): boolean {
  return media.some(
    (each) => each === type || (each.includes("*") && type.startsWith(each.split("*")[0] ?? "")),
  );
}

/** The header that the runtime makes of responses. */
function runtimeHeader(responses: readonly OperationResponse[]): string {
  const media = responses.flatMap((response) => response.media ?? []);
  const isAny = !responses.some((response) => !response.isError && response.media !== undefined);
  return isAny ? "*/*" : [...new Set(media)].join(", ");
}
