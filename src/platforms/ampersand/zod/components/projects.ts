// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { dateTime, define } from "../../../../lib/zod/classic.js";

/** What provider apps, integrations and connections belong to. */
export const Project = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    appName: z.string(),
    orgId: z.string(),
    createTime: z.date(),
    updateTime: z.date().optional(),
  }),
);
/** {@link Project} and its JSON, for `z.decode` and `z.encode`. */
export const ProjectWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    appName: z.string(),
    orgId: z.string(),
    createTime: dateTime,
    updateTime: dateTime.optional(),
  }),
);
