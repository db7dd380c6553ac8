// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";

/** What provider apps, integrations and connections belong to. */
export interface Project {
  /** The id of the project. */
  id: string;
  /** The name of the project, which you can use instead of the id. */
  name: string;
  /** The name of your application for display. */
  appName: string;
  /** The id of the organization that the project belongs to. */
  orgId: string;
  /** When the project was created. */
  createTime: Date;
  /** When the project was last updated. */
  updateTime?: Date | undefined;
}
export const Project: Schema<Project> = /* @__PURE__ */ object(() => ({
  id: string,
  name: string,
  appName: string,
  orgId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));
