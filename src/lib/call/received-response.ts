import type { ClientError } from "../errors/index.js";
import type { ResponseSpec } from "../spec/responses.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { Call } from "./call.js";
import type { Result } from "./result.js";

/** A response whose body has been read. */
export interface ReceivedResponse {
  /** The call as it was sent. */
  readonly call: Call;
  readonly response: TransportResponse;
  /** The media type of the response without parameters, in lower case; empty if there is none. */
  readonly media: string;
  /** The declared response of the operation that it matches; `undefined` if it matches none. */
  readonly spec: ResponseSpec<unknown, unknown> | undefined;
  readonly content: string | Uint8Array;
  /** Whether making the same call again can help and cannot repeat the work; set for errors. */
  readonly retryable?: boolean;
  /** The content parsed as JSON, for an error; `undefined` if it is not JSON, and for a success. */
  readonly json?: unknown;
}

/** How an attempt ends: with a response of any status, or with the error that prevented one. */
export type AttemptResult = Result<ReceivedResponse, ClientError>;
