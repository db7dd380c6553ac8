// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";

/** A person in a group who connects accounts on its behalf. */
export interface Consumer {
  /** Your own id for the person. */
  consumerRef: string;
  /** The name of the person. */
  consumerName: string;
  /** The id of the project that the consumer belongs to. */
  projectId: string;
  /** When the consumer was created. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the consumer was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const Consumer: Schema<Consumer> = /* @__PURE__ */ object(() => ({
  consumerRef: string,
  consumerName: string,
  projectId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));
