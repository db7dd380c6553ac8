import { type EmulatedResponse, json } from "../messages.js";

/** A validation issue of a request. */
export interface ValidationItem {
  readonly itemId: string;
  readonly message: string;
  readonly validatorName: string;
}

/** Creates an error response in the vendor's format. */
export type ErrorFactory = (
  status: number,
  error: string,
  errors?: readonly ValidationItem[],
) => EmulatedResponse;

/** The `statusCode` of the vendor's own examples, if it differs from the HTTP status. */
const STATUS_CODE_IN_BODY: Readonly<Record<number, number>> = { 402: 429, 503: 500 };

/** Creates the function that creates error responses, each with its own correlation id. */
export function createErrorFactory(): ErrorFactory {
  let count = 0;
  return (status, error, errors) => {
    count += 1;
    return json(status, {
      statusCode: STATUS_CODE_IN_BODY[status] ?? status,
      service: "PublicApi",
      error,
      correlationId: `correlation-${String(count).padStart(4, "0")}`,
      validation: errors ? { errors, warnings: null } : null,
      canBeRetried: status === 429 || status >= 500 ? "True" : "Unknown",
      detailedErrorCode: 0,
    });
  };
}
