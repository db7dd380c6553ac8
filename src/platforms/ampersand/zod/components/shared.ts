// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { dateTime, define } from "../../../../lib/zod/classic.js";

/** A problem details object (RFC 9457). It may have further members. */
export const Problem = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
  }),
);
/** {@link Problem} and its JSON, for `z.decode` and `z.encode`. */
export const ProblemWire = Problem;

/** A problem, with information on how to resolve it and how to get help. */
export const ApiProblem = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: z.date().optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: z.date().optional(),
    context: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link ApiProblem} and its JSON, for `z.decode` and `z.encode`. */
export const ApiProblemWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: dateTime.optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: dateTime.optional(),
    context: z.record(z.string(), z.unknown()).optional(),
  }),
);
