/** The tags' types for JSX: attributes and events of each, without what every element takes. */
export function jsxTypes(widgets, tokens) {
  const events = widgets.flatMap(({ events = [] }) => events.map(({ type }) => type.text));
  const classes = widgets.map(
    ({ name, path }) => `import type { ${name} } from '../${path.replace(/\.ts$/, '.js')}';`,
  );
  const tags = widgets.map(({ tagName, name, description }) => [
    description,
    tagName,
    `${name}Props`,
  ]);
  return `import type { ${[...new Set(events)].sort().join(', ')} } from '../dist/events.js';
${classes.join('\n')}

${widgets.map(props).join('\n\n')}

/** Each tag, with its own attributes and events. */
export interface WidgetProps {
${tags.map(([description, tag, type]) => member(description, `'${tag}': ${type}`)).join('\n')}
}

/** Each tag, with \`Common\`: what your framework lets every element take. */
export type CustomElements<Common = unknown> = {
  [Tag in keyof WidgetProps]: WidgetProps[Tag] & Common;
};

/** The tokens, for frameworks whose styles are objects. */
export interface WidgetTokens {
${tokens.map(({ name, description }) => optional(description, name, 'string')).join('\n')}
}
`;
}

function props({ name, tagName, members, events = [] }) {
  const fields = members
    .filter(({ kind }) => kind === 'field')
    .map((field) => optional(field.description, field.name, `${name}['${field.name}']`));
  const listeners = events.map((event) =>
    optional(event.description, `on${event.name}`, `((event: ${event.type.text}) => void)`),
  );
  return `/** What \`<${tagName}>\` takes. */
export interface ${name}Props {
${[...fields, ...listeners].join('\n')}
}`;
}

const optional = (description, name, type) =>
  member(description, `'${name}'?: ${type} | undefined`);

const member = (description, declaration) => {
  const lines = description.split('\n');
  const comment =
    lines.length > 1
      ? ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */']
      : [`/** ${description} */`];
  return [...comment, `${declaration};`].map((line) => `  ${line}`).join('\n');
};
