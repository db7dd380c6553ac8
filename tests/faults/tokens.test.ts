import { tokens } from "./kinds/tokens.js";
import { suite } from "./suite.js";

suite([tokens]);
