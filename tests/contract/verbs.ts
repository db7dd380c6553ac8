import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import type {
  AnyConnectionRequest,
  AnyGenerateRequest,
  AnyListRequest,
  AnyUpdateRequest,
} from "connections-sdk";
import type { Ground, Step } from "./program.js";

/** What the verbs of a platform are called with. */
export interface Requests {
  readonly generate: (ground: Ground) => AnyGenerateRequest;
  readonly list: (ground: Ground) => AnyListRequest;
  readonly update?: Partial<AnyUpdateRequest>;
  readonly unlinks?: boolean;
}

/** Runs a verb on the connection that the first step has made. */
const on =
  (verb: (ground: Ground, coordinates: AnyConnectionRequest) => Promise<unknown>): Step["run"] =>
  async (ground) => {
    if (ground.made === undefined) throw new Error("nothing was made to run this on");
    await verb(ground, ground.made);
  };

/** The life of one connection by the unified API, where the platform gives it its id. */
export function life({ generate, list, update, unlinks }: Requests): Step[] {
  return [
    {
      name: "generate",
      creates: true,
      async run(ground) {
        const made = await connectionsGenerate(ground.sdk, generate(ground));
        if (!made.ok) throw made.error;
        if (made.value.type === "signIn") throw new Error("the customer would have to sign in");
        ground.made = made.value.coordinates;
        if (made.value.id) ground.ledger.add(made.value.id);
      },
    },
    { name: "get", run: on(({ sdk }, one) => connectionsGet(sdk, one)) },
    { name: "list", run: (ground) => connectionsList(ground.sdk, list(ground)) },
    ...(update
      ? [
          {
            name: "update",
            run: on(({ sdk }, one) => connectionsUpdate(sdk, { ...one, ...update })),
          },
        ]
      : []),
    ...(unlinks
      ? [{ name: "unlink", run: on(({ sdk }, one) => connectionsUnlink(sdk, one)) }]
      : []),
    { name: "delete", run: on(({ sdk }, one) => connectionsDelete(sdk, one)) },
    { name: "get what is gone", run: on(({ sdk }, one) => connectionsGet(sdk, one)) },
    { name: "delete what is gone", run: on(({ sdk }, one) => connectionsDelete(sdk, one)) },
  ];
}
