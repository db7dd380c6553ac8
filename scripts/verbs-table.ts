import type { Platform, PlatformTypes } from "connections-sdk";
import { tableOf, withMarked } from "./marked.js";
import { readPlatformList } from "./platform-list.js";

/** The pages that contain the table. */
export const pages = ["docs/sdks/connections/README.md"] as const;

type Verb = keyof Platform["verbs"];

/** The verbs in the order of the table. A record, so that the compiler notices a missing one. */
const verbs: Readonly<Record<Verb, true>> = {
  list: true,
  scopes: true,
  generate: true,
  get: true,
  update: true,
  updateAuthorization: true,
  check: true,
  delete: true,
  unlink: true,
  "metadata.set": true,
  "metadata.update": true,
};

/** Every platform of `platforms.json`, by its title. */
const platforms = new Map<string, Platform<PlatformTypes>>();
for (const { name, title } of readPlatformList().platforms) {
  // `connections-sdk/<name>` exports a function of the same name that creates the platform.
  const module = (await import(`../src/connections/platforms/${name}/platform.ts`)) as Readonly<
    Record<string, () => Platform<PlatformTypes>>
  >;
  const create = module[name];
  if (create !== undefined) platforms.set(title, create());
}

/** The verbs that each platform supports, as a Markdown table. */
export function table(): string {
  const rows = (Object.keys(verbs) as Verb[]).map((verb) => {
    const support = [...platforms.values()].map((platform) =>
      platform.verbs[verb] === undefined ? "-" : "yes",
    );
    return [`\`${verb}\``, `\`${functionOf(verb)}\``].concat(support);
  });
  return tableOf(["verb", "function", ...platforms.keys()], rows);
}

/** A page with the current table between its markers. */
export function withTable(page: string): string {
  return withMarked(page, "verbs", table());
}

function functionOf(verb: Verb): string {
  const words = verb.split(".").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `connections${words.join("")}`;
}
