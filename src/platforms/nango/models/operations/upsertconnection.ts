// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { Connection } from "../components/connection.js";
import type { CreateConnectionRequest } from "../components/createconnectionrequest.js";

/** What upsertConnection takes. */
export type UpsertConnectionRequest = CreateConnectionRequest;

/** What upsertConnection answers. */
export type UpsertConnectionResponse = Connection;
