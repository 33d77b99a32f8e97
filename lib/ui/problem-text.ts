/** What is wrong, in words; `{line}` in them is filled from the problem's detail. */
export function problemText(
  key: string,
  problems: Readonly<Record<string, string>>,
  detail: Readonly<Record<string, string | number>> = {},
): string {
  const text = problems[key] ?? problems.invalid ?? key
  return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(detail[name] ?? whole))
}
