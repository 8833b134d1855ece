/** A connector's name in the language of the page: exact tag, same language, English, else its target (e.g. `google`). */
export function connectorName(names: Readonly<Record<string, string>>, target: string, language: string): string {
  const [base = ''] = language.split('-');
  const related = Object.keys(names).find((tag) => tag.split('-')[0] === base);
  return names[language] || names[base] || (related && names[related]) || names['en'] || target;
}
