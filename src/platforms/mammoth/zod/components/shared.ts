// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import { define, renamed } from "../../../../lib/zod/classic.js";
import { ConnectionPatchOp } from "./connections.js";

/** Further details, such as a list of the invalid members. */
export const ErrorBodyExtra = /* @__PURE__ */ define(() =>
  z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
);
/** {@link ErrorBodyExtra} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorBodyExtraWire = ErrorBodyExtra;

/** An error response. */
export const ErrorBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    statusCode: z.int(),
    detail: z.string(),
    extra: ErrorBodyExtra.nullable().optional(),
  }),
);
/** {@link ErrorBody} and its JSON, for `z.decode` and `z.encode`. */
export const ErrorBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      status_code: z.int(),
      detail: z.string(),
      extra: ErrorBodyExtra.nullable().optional(),
    }),
    ErrorBody,
    renamed({ status_code: "statusCode" }),
  ),
);

/** An update of a connection. */
export const ConnectionPatchRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    patch: z.array(ConnectionPatchOp),
  }),
);
/** {@link ConnectionPatchRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionPatchRequestWire = ConnectionPatchRequest;
