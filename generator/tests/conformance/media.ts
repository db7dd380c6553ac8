/** The choice of media types in the model of an API. */
import type { Body, Operation, OperationResponse } from "../../src/model/types.js";

/** A body in one media type. */
export type BodyContent = Pick<Body, "media" | "encoding" | "type" | "parts">;

/** The media types that a body can be sent in. */
export function contentsOf(
  body: Body & { readonly others?: readonly BodyContent[] },
): readonly BodyContent[] {
  return [body, ...(body.others ?? [])];
}

/** The media types that a call can ask for. */
export function acceptedMedia(
  operation: Operation & { readonly accept?: { readonly media: readonly string[] } },
): readonly string[] {
  return operation.accept?.media ?? [];
}

/** True if the value of a response says which media type it is of. */
export function isChoice(response: OperationResponse & { readonly isChoice?: boolean }): boolean {
  return response.isChoice === true;
}
