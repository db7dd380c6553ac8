/** The line width of everything that is written. */
export const WIDTH = 100;
