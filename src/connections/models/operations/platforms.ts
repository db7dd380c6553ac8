// Written by `npm run platforms` from platforms.json. Add a platform there, not here.
export type * from "../../platforms/ampersand/requests.js";
export type * from "../../platforms/nango/requests.js";
export type * from "../../platforms/codat/requests.js";
export type * from "../../platforms/mammoth/requests.js";
