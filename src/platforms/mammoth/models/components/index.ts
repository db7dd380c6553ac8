// Written by sdkwright. Change the document or the generator, not this file.
export { ErrorBody, ErrorBodyExtra } from "./errorbody.js";
export { ConcernType } from "./concerntype.js";
export { ConnectionConfig } from "./connectionconfig.js";
export { GetConnectionSchema } from "./getconnectionschema.js";
export { ListConnectionsSchema } from "./listconnectionsschema.js";
export { ConnectionPatchOp } from "./connectionpatchop.js";
export { ConnectionPatchRequest } from "./connectionpatchrequest.js";
export { SaveConnectionResult } from "./saveconnectionresult.js";
export { OauthTokenExchangeResponse } from "./oauthtokenexchangeresponse.js";
export { ObjectJobSchema } from "./objectjobschema.js";
export { JobResponse } from "./jobresponse.js";
export { JobSchema } from "./jobschema.js";
export { JobStatus } from "./jobstatus.js";
