/** A schema of ours as a member of a user's own. */
import { Connection } from "connections-sdk/ampersand/models/components";
import * as z from "zod";

const Event = z.object({ connection: Connection, others: z.array(Connection).optional() });

export function project(json: unknown): string {
  const event = Event.parse(json);
  const connection: Connection = event.connection;
  // @ts-expect-error -- not any
  void event.connection.nothing;
  return connection.projectId;
}
