/** The types of a platform with other coordinates and other verbs. */
import { TypedError } from "../../../src/lib/index.js";
import type { Platform } from "../../../src/connections/vocabulary/platform.js";
import type { PlatformTypes } from "../../../src/connections/vocabulary/verbs.js";

export interface FakeConnection {
  key: string;
}

export class FakeProblem extends TypedError<{ reason: string }> {
  override readonly name = "FakeProblem";
}

export interface FakeUnlinkRequest {
  groupRef: string;
  connectionId: string;
}

export interface Fake extends PlatformTypes {
  readonly name: "fake";
  readonly raw: FakeConnection;
  readonly verbs: {
    readonly list: { readonly request: { groupRef: string }; readonly error: never };
    readonly unlink: { readonly request: FakeUnlinkRequest; readonly error: FakeProblem };
    readonly "metadata.set": {
      readonly request: FakeUnlinkRequest & { metadata: Record<string, unknown> };
      readonly error: never;
    };
  };
}

export declare const fake: Platform<Fake>;
