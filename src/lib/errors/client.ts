import { SDKError, hide } from "./base.js";

/** Options of an error's constructor. */
export interface ErrorOptions {
  /** The error that led to this one. */
  readonly cause?: unknown;
}

abstract class ClientSideError extends SDKError {
  /**
   * The error that led to this one. Not shown when the error is logged: errors of fetchers, hooks
   * and token servers often hold the whole request.
   */
  declare readonly cause: unknown;

  constructor(message: string, options?: ErrorOptions & { readonly code?: string | undefined }) {
    super(message);
    hide(this, { ...options });
  }
}

/**
 * The client could not reach the server, or the connection broke: DNS failure, connection refused
 * or reset, TLS failure, incomplete response body.
 */
export class ConnectionError extends ClientSideError {
  override readonly name = "ConnectionError";
  static override get _name(): string {
    return "ConnectionError";
  }
  /** The system's error code, if the transport provides one: `ECONNREFUSED`, `ENOTFOUND`, ... */
  declare readonly code: string | undefined;
}

/** The attempt took longer than `timeoutMs`. */
export class RequestTimeoutError extends ClientSideError {
  override readonly name = "RequestTimeoutError";
  static override get _name(): string {
    return "RequestTimeoutError";
  }
}

/** The caller aborted the call with its `signal`. `cause` is the signal's reason. */
export class RequestAbortedError extends ClientSideError {
  override readonly name = "RequestAbortedError";
  static override get _name(): string {
    return "RequestAbortedError";
  }
}

/** The request cannot be sent: its URL, a header or an option is invalid. Nothing was sent. */
export class InvalidRequestError extends ClientSideError {
  override readonly name = "InvalidRequestError";
  static override get _name(): string {
    return "InvalidRequestError";
  }
}

/** A hook, a middleware or a credential callback threw an error. `cause` is that error. */
export class UnexpectedClientError extends ClientSideError {
  override readonly name = "UnexpectedClientError";
  static override get _name(): string {
    return "UnexpectedClientError";
  }
}

/** The platform does not support this operation. Nothing was sent. */
export class UnsupportedOperationError extends SDKError {
  override readonly name = "UnsupportedOperationError";
  static override get _name(): string {
    return "UnsupportedOperationError";
  }
  /** The name of the platform: `nango`, `codat`, ... */
  readonly platform: string;
  /** The unsupported verb: `unlink`, `metadata.set`, ... */
  readonly operation: string;

  constructor(platform: string, operation: string, help?: string) {
    super(`${platform} does not support "${operation}"${help === undefined ? "" : `: ${help}`}`);
    this.platform = platform;
    this.operation = operation;
  }
}
