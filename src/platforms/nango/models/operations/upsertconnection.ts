// Written by sdkwright. Change the document or the generator, not this file.
import type { Connection } from "../components/connection.js";
import type { CreateConnectionRequest } from "../components/createconnectionrequest.js";

/** The request of upsertConnection. */
export type UpsertConnectionRequest = CreateConnectionRequest;

/** The response of upsertConnection. */
export type UpsertConnectionResponse = Connection;
