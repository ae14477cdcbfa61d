/** The text of a style sheet, for roots and frames that no style sheet of a page reaches. */
declare module '*.css?inline' {
  const text: string;
  export { text as default };
}
