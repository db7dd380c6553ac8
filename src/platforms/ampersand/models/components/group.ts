// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";

/** Your customer, usually a company, that connections belong to. */
export interface Group {
  /** Your own id for the group. */
  groupRef: string;
  /** The display name of the group. */
  groupName: string;
  /** The id of the project that the group belongs to. */
  projectId: string;
  /** When the group was created. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the group was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const Group: Schema<Group> = /* @__PURE__ */ object(() => ({
  groupRef: string,
  groupName: string,
  projectId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));
