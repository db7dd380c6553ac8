// Written by sdkwright. Change the document or the generator, not this file.
export {
  Connection,
  SourceType,
  DataConnectionStatus,
  DataConnectionError,
  DataConnectionErrorStatus,
  UpdateConnectionStatus,
  Connections,
  Links,
  HalRef,
  ErrorMessage,
  ErrorValidation,
  ValidationItem,
} from "./connections.js";
