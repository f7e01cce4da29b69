/** VS Code's data for style sheets: each token and each part once, whoever has it. */
export function cssData(widgets, tokens) {
  const parts = new Map();
  for (const { tagName, cssParts = [] } of widgets) {
    for (const { name, description } of cssParts) {
      const said = parts.get(name) ?? [];
      parts.set(name, [...said, `${tagName}: ${description}`]);
    }
  }
  return {
    version: 1.1,
    properties: tokens.map(({ name, description, default: value }) => ({
      name,
      description: `${description} Default: ${value}`,
    })),
    pseudoElements: [...parts].map(([name, said]) => ({
      name: `::part(${name})`,
      description: said.join('\n\n'),
    })),
  };
}
