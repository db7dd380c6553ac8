/** Names of sub-clients. */
import type { Api } from "../model/types.js";
import { camel, identifier } from "./identifier.js";
import { typeName } from "./type-name.js";
import { clientMembers, resourceMembers } from "./reserved.js";
import { fileScope, scope, type Scope } from "./scope.js";
import type { GroupNames } from "./types.js";

/** Groups by path, and the members that each class has so far. The root has the empty path. */
export interface NamedGroups {
  readonly names: ReadonlyMap<string, GroupNames>;
  readonly members: (path: readonly string[]) => Scope;
}

/** The key of a path in {@link NamedGroups}. */
export function groupKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/**
 * Groups come before operations, so that `sdk.connections` is the group and not an operation of
 * that name.
 */
export function nameGroups(api: Api, sdkClassName: string): NamedGroups {
  const scopes = new Map<string, Scope>();
  const members = (path: readonly string[]): Scope => {
    const taken = path.length === 0 ? clientMembers : resourceMembers;
    const found = scopes.get(groupKey(path)) ?? scope(taken);
    scopes.set(groupKey(path), found);
    return found;
  };
  const classes = fileScope([sdkClassName, `${sdkClassName}Core`, "sdk"]);
  const names = new Map<string, GroupNames>();
  for (const { path } of api.groups) {
    const name = classes.claim(typeName(path.join(" ")));
    const property = members(path.slice(0, -1)).claim(
      identifier(camel(path.at(-1) ?? ""), "group"),
    );
    names.set(groupKey(path), { name, property, file: `sdk/${name.toLowerCase()}` });
  }
  return { names, members };
}
