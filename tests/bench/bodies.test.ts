import { expect, test } from "vitest";
import { type BodyName, bodies } from "./support/bodies.js";

const lengths = (name: BodyName): readonly number[] =>
  [bodies[name].one(), bodies[name].list(100)].map((body) => JSON.stringify(body).length);

test.each(["codat", "nango", "openrouter"] as const)(
  "the body of %s is about as long as ours",
  (name) => {
    const ours = lengths("ampersand");
    for (const [i, length] of lengths(name).entries()) {
      expect(length / ours[i]!).toBeGreaterThan(0.9);
      expect(length / ours[i]!).toBeLessThan(1.1);
    }
  },
);
