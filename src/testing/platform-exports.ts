// Written by `npm run platforms` from platforms.json. Add a platform there, not here.
export * from "./ampersand/index.js";
export * from "./nango/index.js";
export * from "./codat/index.js";
export * from "./mammoth/index.js";
