import { expect, test } from "vitest";
import { transports } from "../faults/transports.js";
import { limits } from "../support/limits.js";
import { soak } from "./soak.js";

test.for(transports.map((transport) => [transport.name, transport] as const))(
  "all 300 calls to a faulty server are accounted for, with %s",
  { timeout: limits.waiting },
  async ([, transport]) => {
    const report = await soak({
      calls: 300,
      concurrency: 32,
      faults: 0.2,
      transport,
      // Some responses never come. The others must not be late on a busy machine.
      timeoutMs: 3000,
      samplesHeap: false,
    });
    const ended = Object.values(report.endings).reduce((sum, count) => sum + count, 0);
    expect(ended).toBe(300);
    expect(report).toMatchObject({ unaccounted: [], doubled: 0, leftovers: [], unhandled: 0 });
    expect(report.faults).not.toEqual({});
  },
);
