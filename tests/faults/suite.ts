import { beforeAll, describe, expect, test } from "vitest";
import { type Account, tryAll } from "./account.js";
import { limits } from "../support/limits.js";
import type { Group } from "./kind.js";
import { transports } from "./transports.js";

/** Defines a test for each kind of some groups. All kinds run concurrently, before the tests. */
export function suite(groups: readonly Group[]): void {
  let account: Account;
  beforeAll(async () => {
    account = await tryAll(
      groups.flatMap(({ kinds }) => kinds),
      transports,
    );
  }, limits.waiting);

  describe.for(groups)("$name", ({ kinds }) => {
    test.for(kinds.map((kind) => [kind.name, kind] as const))("%s", ([, kind]) => {
      const complaints = account.observations
        .filter((seen) => seen.kind === kind)
        .flatMap(({ variant, complaints }) =>
          complaints.map((complaint) => [
            variant.transport.name,
            variant.style,
            variant.retried ? "with retries" : "without retries",
            complaint,
          ]),
        );
      expect(complaints).toEqual([]);
    });
  });

  test("no resource is leaked and no rejection is unhandled", () => {
    expect(account.leftovers).toEqual([]);
  });
}
