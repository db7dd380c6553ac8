import type { Place } from "./site.js";

const errors = "models/errors/README.md";

/** `APIProblem`; the general errors share a page. */
export const problemPlace: Place = { path: errors, label: "errors.APIProblem", name: "APIProblem" };
/** `APIError`; the general errors share a page. */
export const apiErrorPlace: Place = { path: errors, label: "errors.APIError", name: "APIError" };
/** The options of a client. */
export const clientOptionsPlace: Place = {
  path: "lib/utils/sdkoptions.md",
  label: "SDKOptions",
  name: "SDKOptions",
};
/** The options of a call. */
export const optionsPlace: Place = {
  path: "lib/utils/requestoptions.md",
  label: "RequestOptions",
  name: "RequestOptions",
};
/** How retries are configured. */
export const retriesPlace: Place = {
  path: "lib/utils/retryconfig.md",
  label: "RetryConfig",
  name: "RetryConfig",
};
