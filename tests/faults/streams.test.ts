import { downloads, eventStreams, jsonSequences, uploads } from "./kinds/streams.js";
import { suite } from "./suite.js";

suite([eventStreams, jsonSequences, downloads, uploads]);
