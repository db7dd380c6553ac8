// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";

/** A customer of yours, usually a company, to whom connections belong. */
export interface Group {
  /** Your own id of the group. */
  groupRef: string;
  /** The name of the group, for people. */
  groupName: string;
  /** The id of the project that the group belongs to. */
  projectId: string;
  /**
   * When Ampersand first heard of the group. The API sends microseconds; a `Date` keeps
   * milliseconds.
   */
  createTime: Date;
  /** When the group last changed. Absent if it never did. */
  updateTime?: Date | undefined;
}
export const Group: Schema<Group> = /* @__PURE__ */ object<Group>(() => ({
  groupRef: string,
  groupName: string,
  projectId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));
