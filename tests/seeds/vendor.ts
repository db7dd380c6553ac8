import { createEmulator, type Emulator, withPlaceholders } from "connections-sdk/testing";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/**
 * An emulator at the vendor's own address that knows what the pages write where they have no value.
 */
export function vendor(): Emulator {
  const emulator = createEmulator({
    ampersand: { seed: withPlaceholders(), providers: { "<value>": "none" } },
  });
  const server = setupServer(...emulator.handlers);
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterEach(() => {
    emulator.reset();
    vi.unstubAllEnvs();
  });
  afterAll(() => server.close());
  return emulator;
}
