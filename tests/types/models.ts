/** Models as the generator writes them, for the type tests. */
import {
  type Schema,
  array,
  as,
  dateTime,
  object,
  optional,
  optionalAs,
  string,
} from "../../src/lib/typed.js";

export type Status = "created" | "working" | "bad_credentials" | (string & {});

export interface Group {
  groupRef: string;
  name?: string | undefined;
}
export const Group: Schema<Group> = /* @__PURE__ */ object(() => ({
  groupRef: as("group_ref", string),
  name: optional(string),
}));

export interface Connection {
  id: string;
  group: Group;
  createTime: Date;
  updateTime?: Date | undefined;
  status: Status;
  scopes: string[];
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object(() => ({
  id: string,
  group: Group,
  createTime: as("create_time", dateTime),
  updateTime: optionalAs("update_time", dateTime),
  status: string,
  scopes: array(string),
}));
