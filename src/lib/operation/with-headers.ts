import { type APIPromise, type Inspection } from "../call/promise.js";
import { hide } from "../errors/base.js";
import type { Schema } from "../schema/types.js";
import { decodeHeaders } from "../spec/response-headers.js";

/** A standalone function, whatever it takes and returns. */
type AnyOperation = (...args: never[]) => APIPromise<{ readonly ok: boolean }, unknown>;

/**
 * Adds the declared headers of a success to what `$inspect()` of an operation returns.
 *
 * @param schema - The schema of an object with a member for each header.
 */
export function withHeaders<Call extends AnyOperation>(schema: Schema<unknown>, call: Call): Call {
  const withInspection: AnyOperation = (...args) => {
    const promise = call(...args);
    const inspect = promise.$inspect.bind(promise);
    const $inspect = async (): Promise<[{ readonly ok: boolean }, Inspection<unknown>]> => {
      const [result, inspection] = await inspect();
      const { response } = inspection;
      if (result.ok && response)
        hide(inspection, { headers: decodeHeaders(schema, response.headers) });
      return [result, inspection];
    };
    return Object.assign(promise, { $inspect });
  };
  return withInspection as Call; // the same function with more to inspect
}
