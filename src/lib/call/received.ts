import type { Answer } from "../description/answers.js";
import type { ClientError } from "../errors.js";
import type { Reply } from "../web/reply.js";
import type { Call } from "./call.js";
import type { Result } from "./result.js";

/** An answer with its body. */
export interface Received {
  /** The call as it was sent. */
  readonly call: Call;
  readonly reply: Reply;
  /** Which of the operation's declared answers it is; `undefined` for none. */
  readonly answer: Answer<unknown, unknown> | undefined;
  readonly content: string | Uint8Array;
}

/** How an attempt ends. */
export type Outcome = Result<Received, ClientError>;
