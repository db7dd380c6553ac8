import { expect, test } from "vitest";
import { transports } from "../faults/transports.js";
import { soak } from "./soak.js";

test.for(transports.map((transport) => [transport.name, transport] as const))(
  "all 500 calls to a faulty server are accounted for, with %s",
  async ([, transport]) => {
    const report = await soak({
      calls: 500,
      concurrency: 64,
      faults: 0.2,
      transport,
      timeoutMs: 600,
    });
    const ended = Object.values(report.endings).reduce((sum, count) => sum + count, 0);
    expect(ended).toBe(500);
    expect(report).toMatchObject({ unaccounted: [], doubled: 0, leftovers: [], unhandled: 0 });
    expect(report.faults).not.toEqual({});
  },
);
