// Written by sdkwright. Change the document or the generator, not this file.
export { Connection } from "./connection.js";
export { SourceType } from "./sourcetype.js";
export { DataConnectionStatus } from "./dataconnectionstatus.js";
export { DataConnectionError } from "./dataconnectionerror.js";
export { DataConnectionErrorStatus } from "./dataconnectionerrorstatus.js";
export { UpdateConnectionStatus } from "./updateconnectionstatus.js";
export { Connections } from "./connections.js";
export { Links } from "./links.js";
export { HalRef } from "./halref.js";
export { ErrorMessage } from "./errormessage.js";
export { ErrorValidation } from "./errorvalidation.js";
export { ValidationItem } from "./validationitem.js";
