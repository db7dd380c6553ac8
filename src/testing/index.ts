/**
 * `connections-sdk/testing`: the platforms' connections APIs, emulated, for tests of applications that use them.
 *
 * {@link createEmulator} gives handlers for msw, {@link serve} a real HTTP server on this machine. Needs the package
 * `msw` beside this one.
 */
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.js";
export { serve, type ServeOptions, type ServedEmulator } from "./serve.js";
export type { HandledRequest } from "./handle-request.js";
export type { Cut, Fault } from "./faults.js";
export type { LogEntry } from "./log.js";
export * from "./platform-exports.js";
export type { PlatformName } from "./platforms.js";
