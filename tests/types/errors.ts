/** Error classes as the generator writes them, for the type tests. */
import { TypedError } from "../../src/lib/index.js";
import { type Schema, dateTime, object, optional, string } from "../../src/lib/typed.js";

export interface Problem {
  title: string;
  requestId: string;
  retryAfter?: Date | undefined;
}
export const Problem: Schema<Problem> = /* @__PURE__ */ object(() => ({
  title: string,
  requestId: string,
  retryAfter: optional(dateTime),
}));

export interface ListError extends Omit<Problem, "requestId"> {}
export class ListError extends TypedError<Problem> {
  override readonly name = "ListError";
}

export interface GetError extends Omit<Problem, "requestId"> {}
export class GetError extends TypedError<Problem> {
  override readonly name = "GetError";
}
