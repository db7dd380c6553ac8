import { expect, test } from "vitest";
import { classNameOf } from "../../src/config/settings.js";
import type { Job } from "../../src/config/job.js";
import { documentOf } from "../model/documents.js";

const document = documentOf({ info: { title: "train travel API", version: "1" } });

test.each([
  ["Plex-API", "PlexAPI"],
  ["dub", "Dub"],
  ["unstructured_client", "UnstructuredClient"],
  ["my sdk", "MySdk"],
  ["2captcha", "SDK2Captcha"],
  ["$client", "Client"],
  ["Sdk", "Sdk"],
  ["SDKNodePlatform", "SDKNodePlatform"],
  ["OpenAPIv3", "OpenAPIv3"],
  ["größe", "Größe"],
  [undefined, "TrainTravelAPI"],
])("the class of the SDK %s is %s", (sdkClassName, want) => {
  // Only the configuration matters.
  const job = { config: sdkClassName === undefined ? {} : { sdkClassName } } as Job;
  expect(classNameOf(job, document)).toBe(want);
});
