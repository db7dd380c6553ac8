/** The line width of generated files. */
export const WIDTH = 100;
