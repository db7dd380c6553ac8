import type { Group } from "../kind.js";
import { body } from "./body.js";
import { callbacks } from "./callbacks.js";
import { connection } from "./connection.js";
import { headers } from "./headers.js";
import { retryAfter } from "./retry-after.js";
import { stages } from "./stages.js";
import { statuses } from "./statuses.js";
import { tokens } from "./tokens.js";
import { downloads, eventStreams, jsonSequences, uploads } from "./streams.js";
import { values } from "./values.js";

/** Every kind of fault, in the order of the page. */
export const groups: readonly Group[] = [
  connection,
  headers,
  body,
  statuses,
  retryAfter,
  stages,
  values,
  callbacks,
  tokens,
  eventStreams,
  jsonSequences,
  downloads,
  uploads,
];
