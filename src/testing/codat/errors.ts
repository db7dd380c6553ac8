import { type EmulatedResponse, json } from "../messages.js";

/** One thing that is wrong with a request. */
export interface ValidationItem {
  readonly itemId: string;
  readonly message: string;
  readonly validatorName: string;
}

/** Makes a reply of the vendor's one error format. */
export type Refuse = (
  status: number,
  error: string,
  errors?: readonly ValidationItem[],
) => EmulatedResponse;

/** What the vendor's own examples write as `statusCode`, where it is not the status. */
const stated: Readonly<Record<number, number>> = { 402: 429, 503: 500 };

/** Makes the function that writes errors, each with a correlation id of its own. */
export function createRefuse(): Refuse {
  let count = 0;
  return (status, error, errors) => {
    count += 1;
    return json(status, {
      statusCode: stated[status] ?? status,
      service: "PublicApi",
      error,
      correlationId: `correlation-${String(count).padStart(4, "0")}`,
      validation: errors ? { errors, warnings: null } : null,
      canBeRetried: status === 429 || status >= 500 ? "True" : "Unknown",
      detailedErrorCode: 0,
    });
  };
}
