import type { PageRef } from "./site.js";

const errors = "models/errors/README.md";

/** `APIProblem`, on the page of the general errors. */
export const problemPage: PageRef = {
  path: errors,
  label: "errors.APIProblem",
  name: "APIProblem",
};
/** `APIError`, on the page of the general errors. */
export const apiErrorPage: PageRef = { path: errors, label: "errors.APIError", name: "APIError" };
/** The options of a client. */
export const clientOptionsRef: PageRef = {
  path: "lib/utils/sdkoptions.md",
  label: "SDKOptions",
  name: "SDKOptions",
};
/** The options of a call. */
export const requestOptionsRef: PageRef = {
  path: "lib/utils/requestoptions.md",
  label: "RequestOptions",
  name: "RequestOptions",
};
/** The configuration of retries. */
export const retryConfigRef: PageRef = {
  path: "lib/utils/retryconfig.md",
  label: "RetryConfig",
  name: "RetryConfig",
};
