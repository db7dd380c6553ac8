/** Our schemas as members of a user's own zod schemas, without a cast anywhere. */
import { expectTypeOf } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";
import { optional, string } from "../../src/lib/typed.js";
import { Connection } from "./models.js";

// zod
expectTypeOf<z.infer<typeof Connection>>().toEqualTypeOf<Connection>();
expectTypeOf<z.output<typeof Connection>>().toEqualTypeOf<Connection>();
expectTypeOf<z.input<typeof Connection>>().toEqualTypeOf<unknown>();
const held = z.object({ connection: Connection });
expectTypeOf<z.infer<typeof held>>().toEqualTypeOf<{ connection: Connection }>();
const list = z.array(Connection);
expectTypeOf<z.infer<typeof list>>().toEqualTypeOf<Connection[]>();
const named = z.record(z.string(), Connection);
expectTypeOf<z.infer<typeof named>>().toEqualTypeOf<Record<string, Connection>>();
const either = z.union([Connection, z.string()]);
expectTypeOf<z.infer<typeof either>>().toEqualTypeOf<Connection | string>();
const maybe = z.object({ connection: z.optional(Connection) });
expectTypeOf<z.infer<typeof maybe>>().toEqualTypeOf<{ connection?: Connection | undefined }>();
const ours = z.object({ note: optional(string) });
expectTypeOf<z.infer<typeof ours>["note"]>().toEqualTypeOf<string | undefined>();
const nested = z.object({ page: z.object({ items: z.array(z.nullable(Connection)) }) });
expectTypeOf<z.infer<typeof nested>>().toEqualTypeOf<{ page: { items: (Connection | null)[] } }>();
expectTypeOf(z.parse(Connection, {})).toEqualTypeOf<Connection>();
expectTypeOf(z.encode(held, {} as { connection: Connection })).toEqualTypeOf<{
  connection: unknown;
}>();
const wrapped = z.array(
  z.union([
    z.readonly(Connection),
    z.lazy(() => Connection),
    z.pipe(
      Connection,
      z.transform((c) => c.id),
    ),
    z.nonoptional(z.nullish(Connection)),
    z.catch(Connection, () => ({}) as Connection),
  ]),
);
expectTypeOf<z.infer<typeof wrapped>[number]>().toExtend<
  Readonly<Connection> | Connection | string | null
>();
const both = z.intersection(Connection, z.object({ extra: z.number() }));
expectTypeOf<z.infer<typeof both>>().toExtend<Connection & { extra: number }>();
const pair = z.tuple([z.string(), Connection]);
expectTypeOf<z.infer<typeof pair>>().toEqualTypeOf<[string, Connection]>();
const checked = z.object({ connection: Connection }).refine((v) => v.connection.id !== "");
expectTypeOf<z.infer<typeof checked>>().toEqualTypeOf<{ connection: Connection }>();

// zod/mini
const small = mini.object({ connection: Connection, more: mini.optional(mini.array(Connection)) });
expectTypeOf<mini.infer<typeof small>>().toEqualTypeOf<{
  connection: Connection;
  more?: Connection[] | undefined;
}>();
expectTypeOf(mini.parse(small, {}).connection).toEqualTypeOf<Connection>();

// Standard Schema, as a consumer of it declares what it takes
interface Standard<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Envelope<Output> | Promise<Envelope<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}
type Envelope<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };
const standard: Standard<Connection> = Connection;
type Output = NonNullable<(typeof Connection)["~standard"]["types"]>["output"];
expectTypeOf<Output>().toEqualTypeOf<Connection>();
// @ts-expect-error: another output
const other: Standard<number> = Connection;
export { other, standard };
