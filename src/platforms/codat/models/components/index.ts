// Written by sdkwright. Change the document or the generator, not this file.
export {
  Connection,
  SourceType,
  DataConnectionStatus,
  DataConnectionError,
  DataConnectionErrorStatus,
  Links,
  HalRef,
  ErrorMessage,
  ErrorValidation,
  ValidationItem,
} from "./shared.js";
export { UpdateConnectionStatus, Connections } from "./connections.js";
export { Companies, Company } from "./companies.js";
