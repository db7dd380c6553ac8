import { SDKError, hide } from "./base.js";

/** What led to the error, where something did. */
export interface ErrorOptions {
  readonly cause?: unknown;
}

abstract class ClientSideError extends SDKError {
  /** Not shown when the error is logged: errors of fetchers, hooks and token servers often hold the whole request. */
  declare readonly cause: unknown;

  constructor(message: string, options?: ErrorOptions & { readonly code?: string | undefined }) {
    super(message);
    hide(this, { ...options });
  }
}

/** The server could not be reached, or the connection broke: DNS, refused, reset, TLS, a body cut short. */
export class ConnectionError extends ClientSideError {
  override readonly name = "ConnectionError";
  /** The system's code where the transport tells one: `ECONNREFUSED`, `ENOTFOUND`, `ECONNRESET`, ... */
  declare readonly code: string | undefined;
}

/** `timeoutMs` passed before the answer was complete. */
export class RequestTimeoutError extends ClientSideError {
  override readonly name = "RequestTimeoutError";
}

/** The caller's `signal` ended the call. */
export class RequestAbortedError extends ClientSideError {
  override readonly name = "RequestAbortedError";
}

/** The request cannot be sent as it is: a URL, a header or an option is not usable. Nothing was sent. */
export class InvalidRequestError extends ClientSideError {
  override readonly name = "InvalidRequestError";
}

/** Something that was handed to this SDK failed: a hook, a middleware or a credential callback. */
export class UnexpectedClientError extends ClientSideError {
  override readonly name = "UnexpectedClientError";
}

/** This platform has no such operation. Nothing was sent. */
export class UnsupportedOperationError extends SDKError {
  override readonly name = "UnsupportedOperationError";
  /** `nango`, `codat`, ... */
  readonly platform: string;
  /** The verb that was asked for: `unlink`, `metadata.set`, ... */
  readonly operation: string;

  constructor(platform: string, operation: string, help?: string) {
    super(`${platform} has no operation "${operation}"${help === undefined ? "" : `: ${help}`}`);
    this.platform = platform;
    this.operation = operation;
  }
}
