/** Texts of notes that try to be more than text, or are hard to keep, each with its name. */
export const hostileTexts: readonly [name: string, text: string][] = [
  ['markup', '<b>bold</b><img src=x onerror="alert(1)"><!-- --></textarea></style><iframe src="//x">'],
  ['a script', '<script>document.title = "read"</script><svg onload=alert(1)>{{7*7}}${7*7}'],
  ['an address that acts', 'javascript:alert(1) data:text/html,<script>alert(1)</script>'],
  ['right-to-left writing', 'שלום \u202Eevil\u202C العربية \u2066\u2069'],
  ['emoji and halves of them', '🏦👨‍👩‍👧‍👦🇪🇪 \uD83C alone \uDF89'],
  ['null and control characters', 'before\u0000after\u0007\u001B[31m\u200B\uFEFF'],
  ['line ends of all kinds', 'one\r\ntwo\rthree\u2028four\n\n'],
  ['the names of an object', '__proto__ constructor toString'],
  ['a formula of a spreadsheet', '=HYPERLINK("//x")'],
];
