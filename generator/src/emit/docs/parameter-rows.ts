import type { Operation } from "../../model/types.js";
import { optionsPlace, retriesPlace } from "./places.js";
import { type Place, type Site, link } from "./site.js";

/** The mark of a required member. */
export const required = ":heavy_check_mark:";
/** The mark of an optional member. */
export const optional = ":heavy_minus_sign:";

/** The row of the request, where the operation takes one. */
export function parameterRows(site: Site, place: Place, operation: Operation): readonly (readonly string[])[] {
  const request = site.request(operation);
  if (!request) return [];
  return [["`request`", link(place, request), needed(operation) ? required : optional, "The request object to use for the request."]];
}

/** True where the request cannot be left out. */
export function needed(operation: Operation): boolean {
  return operation.parameters.some((parameter) => parameter.required) || (operation.body?.required ?? false);
}

/** The rows of the options of every call. */
export function optionRows(place: Place): readonly (readonly string[])[] {
  const mdn = "https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options";
  return [
    ["`options`", link(place, optionsPlace), optional, "Options of this call only."],
    [
      "`options.fetchOptions`",
      `[RequestInit](${mdn})`,
      optional,
      "Handed to `fetch` with the request: any of its options except `method` and `body`.",
    ],
    ["`options.retries`", link(place, retriesPlace), optional, "When and how often the request is repeated."],
  ];
}
