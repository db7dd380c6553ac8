/**
 * `connections-sdk/testing`: an emulator of the platforms' connections APIs, for tests of
 * applications that use them.
 *
 * {@link createEmulator} creates handlers for msw, {@link serve} starts an HTTP server on this
 * machine. Requires the package `msw`.
 */
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.js";
export { serve, type ServeOptions, type ServedEmulator } from "./serve.js";
export type { HandledRequest } from "./handle-request.js";
export type { Cut, Fault } from "./faults.js";
export type { LogEntry } from "./log.js";
export * from "./platform-exports.js";
export type { PlatformName } from "./platforms.js";
