import { callbacks } from "./kinds/callbacks.js";
import { retryAfter } from "./kinds/retry-after.js";
import { stages } from "./kinds/stages.js";
import { values } from "./kinds/values.js";
import { suite } from "./suite.js";

suite([retryAfter, stages, values, callbacks]);
