// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define } from "../../../../lib/zod/classic.js";

/** An error between Codat and the software. */
export const DataConnectionError = /* @__PURE__ */ define(() =>
  z.looseObject({
    statusCode: z.string().optional(),
    statusText: z.string().optional(),
    errorMessage: z.string().optional(),
    erroredOnUtc: z.string().optional(),
    status: z.string().nullable().optional(),
    resolvedOnUtc: z.string().nullable().optional(),
  }),
);
/** {@link DataConnectionError} and its JSON, for `z.decode` and `z.encode`. */
export const DataConnectionErrorWire = DataConnectionError;

/**
 * A company's connection to a software product.
 *
 * Date-times are ISO 8601 strings with `Z`, with an offset, or with neither, and with up to seven
 * fractional digits.
 */
export const Connection = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    integrationId: z.string(),
    integrationKey: z.string().optional(),
    sourceId: z.string(),
    sourceType: z.string(),
    platformName: z.string(),
    linkUrl: z.string(),
    status: z.string(),
    lastSync: z.string().nullable().optional(),
    created: z.string(),
    dataConnectionErrors: z.array(DataConnectionError).nullable().optional(),
    connectionInfo: z.record(z.string(), z.unknown()).nullable().optional(),
  }),
);
/** {@link Connection} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionWire = Connection;

/** A link. */
export const HalRef = /* @__PURE__ */ define(() =>
  z.looseObject({
    href: z.string().optional(),
  }),
);
/** {@link HalRef} and its JSON, for `z.decode` and `z.encode`. */
export const HalRefWire = HalRef;

/** Links to this page and to its neighbors. */
export const Links = /* @__PURE__ */ define(() =>
  z.looseObject({
    self: HalRef,
    current: HalRef,
    next: HalRef.optional(),
    previous: HalRef.optional(),
  }),
);
/** {@link Links} and its JSON, for `z.decode` and `z.encode`. */
export const LinksWire = Links;

/** A validation issue. */
export const ValidationItem = /* @__PURE__ */ define(() =>
  z.looseObject({
    itemId: z.string().nullable().optional(),
    message: z.string().nullable().optional(),
    validatorName: z.string().nullable().optional(),
  }),
);
/** {@link ValidationItem} and its JSON, for `z.decode` and `z.encode`. */
export const ValidationItemWire = ValidationItem;

/** The validation issues of a request. */
export const ErrorValidation = /* @__PURE__ */ define(() =>
  z.looseObject({
    errors: z.array(ValidationItem).nullable().optional(),
    warnings: z.array(ValidationItem).nullable().optional(),
  }),
);
/** {@link ErrorValidation} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorValidationWire = ErrorValidation;

/** An error response. */
export const ErrorMessage = /* @__PURE__ */ define(() =>
  z.looseObject({
    statusCode: z.int().optional(),
    service: z.string().optional(),
    error: z.string().optional(),
    correlationId: z.string().optional(),
    validation: ErrorValidation.nullable().optional(),
    canBeRetried: z.string().optional(),
    detailedErrorCode: z.int().optional(),
  }),
);
/** {@link ErrorMessage} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorMessageWire = ErrorMessage;
