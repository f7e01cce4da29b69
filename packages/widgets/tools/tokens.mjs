// The public tokens: what each is for is said here, its default in src/styles.
import { readFileSync } from 'node:fs';

const purposes = {
  '--mpp-color-brand': 'The one main action of a screen, links, what is chosen.',
  '--mpp-color-on-brand': 'Text on the brand colour.',
  '--mpp-color-surface': 'The background.',
  '--mpp-color-raised': 'What lies on the background.',
  '--mpp-color-text': 'Text.',
  '--mpp-color-text-muted': 'Text that matters less.',
  '--mpp-color-line': 'Dividing lines.',
  '--mpp-color-control': 'Borders of fields.',
  '--mpp-color-positive': 'What went well.',
  '--mpp-color-positive-surface': 'The background of what went well.',
  '--mpp-color-negative': 'What went wrong.',
  '--mpp-color-negative-surface': 'The background of what went wrong.',
  '--mpp-color-warning': 'What needs care.',
  '--mpp-color-warning-surface': 'The background of what needs care.',
  '--mpp-color-information': 'What is good to know.',
  '--mpp-color-information-surface': 'The background of what is good to know.',
  '--mpp-radius': 'The radius of corners.',
  '--mpp-space': 'The unit of all distances.',
  '--mpp-padding': 'The space between the edge of a widget and what is in it.',
  '--mpp-font': "The font; without it, the page's.",
};

/** Every token that the style sheets read, with its default on a light page. */
export function tokens() {
  const read = [...colors(), ...box()];
  const found = read.map(([name, value]) => {
    if (!purposes[name]) throw new Error(`tokens.mjs does not say what ${name} is for.`);
    return { name, description: purposes[name], default: value };
  });
  const gone = Object.keys(purposes).filter((name) => !found.some((token) => token.name === name));
  if (gone.length > 0) throw new Error(`The styles do not read ${gone.join(', ')}.`);
  return found;
}

function colors() {
  const roles = sheet('colors').matchAll(/^ +'?([a-z-]+)'?: \['(#\w+)', '#\w+'\],$/gm);
  return [...roles].map(([, role, light]) => [`--mpp-color-${role}`, light]);
}

function box() {
  const declared = sheet('tokens').matchAll(/var\((--mpp-[a-z-]+), (.+)\)(?: !important)?;$/gm);
  return [...declared].map(([, name, value]) => [name, value.replace('--space', '--mpp-space')]);
}

const sheet = (name) => readFileSync(`packages/widgets/src/styles/${name}.ts`, 'utf8');
