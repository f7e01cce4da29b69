/** Colour roles as the widgets have them: in light, and in the dark. */
const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  brand: ['#0b5cad', '#8ab8f0'],
  'on-brand': ['#fff', '#0d1b2a'],
  hero: ['#0b5cad', '#10233a'],
  'on-hero': ['#fff', '#eceff2'],
  surface: ['#fff', '#14181d'],
  raised: ['#f3f5f7', '#1f252c'],
  text: ['#1b1f24', '#eceff2'],
  muted: ['#505a65', '#aab4bf'],
  line: ['#c6ccd3', '#3b444e'],
  control: ['#6b7580', '#8d98a4'],
  positive: ['#11693a', '#7fd4a0'],
  negative: ['#b3261e', '#ffb4ab'],
  'negative-surface': ['#fdecea', '#361512'],
  warning: ['#5f3c00', '#f5c66b'],
  'warning-surface': ['#fff4dc', '#2f2306'],
};

const roles = (value: (pair: readonly [string, string]) => string) =>
  `:root{${Object.entries(colours)
    .map(([name, pair]) => `--${name}:${value(pair)}`)
    .join(';')}}`;

/** The look of all pages: paper and ink, and one colour that means "you can press this". */
export const style = `
${roles(([light]) => light)}
@supports (color: light-dark(#000, #fff)) {
:root { color-scheme: light dark; }
${roles(([light, dark]) => `light-dark(${light},${dark})`)}
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--surface); color: var(--text); overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; margin: 0 0 .5em; text-wrap: balance; }
h1 { font-size: 1.75em; }
h2 { font-size: 1.375em; margin-top: 1.5em; }
h3 { font-size: 1.125em; margin-top: 1em; }
p, ul, ol, dl, fieldset { margin: 0 0 1em; }
a { color: var(--brand); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 6px; }
.skip { position: absolute; left: -999em; }
.skip:focus { position: static; display: inline-block; padding: 12px 16px; }
.example { margin: 0; background: var(--warning-surface); color: var(--warning); padding: 8px 16px; text-align: center; font-weight: 600; position: sticky; top: 0; z-index: 1; }
.bar, main, .foot { max-width: 64em; margin: 0 auto; padding: 16px; }
header { border-bottom: 1px solid var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; }
.bar > :first-child { font-weight: 700; font-size: 1.125em; margin-inline-end: auto; color: inherit; text-decoration: none; }
.bar a { display: inline-flex; align-items: center; min-height: 44px; }
.bar form { margin: 0; }
.bar button { padding: 0; border: 0; background: none; color: var(--brand); font-weight: inherit; text-decoration: underline; }
main { min-height: 60vh; }
main > *, .measure { max-width: 40em; }
main > .wide { max-width: none; }
.foot { border-top: 1px solid var(--line); color: var(--muted); margin-top: 32px; }
.muted { color: var(--muted); }
.list { list-style: none; padding: 0; }
.list > li { border-top: 1px solid var(--line); }
.list > li > a, .day { display: block; padding: 12px 0; min-height: 44px; text-decoration: none; }
.list > li > a > b { text-decoration: underline; text-underline-offset: .15em; }
.list small { display: block; color: var(--muted); font-size: 1em; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
label, legend { font-weight: 600; }
.hint { display: block; color: var(--muted); font-weight: 400; }
input[type=text], input[type=search], input[type=tel], input[type=date], input[type=number], input[type=file], select { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--control); border-radius: 6px; padding: 8px 12px; min-height: 44px; width: 100%; display: block; margin-top: 4px; }
.field { margin-bottom: 24px; }
.wrong > input { border: 2px solid var(--negative); }
.wrong > .error, .error { color: var(--negative); font-weight: 600; display: block; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.row > :first-child { flex: 1 1 14em; }
.button, button { font: inherit; font-weight: 600; display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 20px; border: 1px solid var(--brand); border-radius: 6px; background: var(--brand); color: var(--on-brand); text-decoration: none; cursor: pointer; }
.quiet { background: none; color: var(--brand); }
.danger { background: none; color: var(--negative); border-color: var(--negative); }
fieldset { border: 0; padding: 0; min-width: 0; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; }
.choices label { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 8px 12px; border: 1px solid var(--control); border-radius: 6px; font-weight: 400; font-variant-numeric: tabular-nums; }
.check { display: flex; gap: 12px; align-items: start; padding: 10px 0; font-weight: 400; }
input[type=radio], input[type=checkbox] { inline-size: 20px; block-size: 20px; flex: none; margin: 2px 0 0; accent-color: var(--brand); }
.choices input { margin: 0; }
.notice { border-inline-start: 4px solid var(--brand); background: var(--raised); padding: 12px 16px; margin-bottom: 24px; }
.notice.bad { border-color: var(--negative); background: var(--negative-surface); }
.notice > :last-child { margin-bottom: 0; }
.number { font-size: 3em; font-weight: 700; line-height: 1.1; font-variant-numeric: tabular-nums; margin: 0; }
.code { font-family: ui-monospace, monospace; font-size: 1.375em; letter-spacing: .05em; white-space: nowrap; }
.ticket { border: 1px solid var(--line); border-radius: 6px; padding: 24px; margin-bottom: 24px; }
.days { display: grid; gap: 0; }
.days [aria-current] { font-weight: 700; }
details > summary { min-height: 44px; padding: 10px 0; cursor: pointer; font-weight: 600; }
.hero { background: var(--hero); color: var(--on-hero); border-radius: 6px; padding: 40px 24px 24px; }
.hero > h1 { font-size: 2em; }
.emblem { inline-size: 40px; block-size: 40px; border-radius: 50%; border: 3px solid var(--brand); display: inline-block; vertical-align: middle; margin-inline-end: 12px; background: var(--raised); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr)); gap: 24px; }
.cards > article { border-top: 4px solid var(--line); padding-top: 12px; }
table { display: block; overflow-x: auto; border-collapse: collapse; margin: 0 0 1em; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); }
td > input[type=text] { min-width: 6em; margin: 0; }
td > div { white-space: nowrap; }
main.bare { max-width: none; padding: 0; }
.bare > :not(:defined) { padding: 16px; }
.bar-chart { display: block; fill: var(--brand); }
.bar-chart .most { fill: var(--raised); }
pre { overflow: auto; background: var(--raised); padding: 16px; border-radius: 6px; }
mpp-service-finder, mpp-booking-form, mpp-status-tracker, mpp-mobile-schedule, mpp-performance, mpp-queue-board, mpp-survey { display: block; }
main > :is(mpp-service-finder, mpp-booking-form, mpp-status-tracker, mpp-counter-desk, mpp-mobile-schedule, mpp-performance, mpp-queue-board, mpp-survey):defined { max-width: none; }
main :is(mpp-service-finder, mpp-booking-form, mpp-status-tracker, mpp-counter-desk, mpp-mobile-schedule, mpp-performance, mpp-queue-board, mpp-survey) { --mpp-padding: 16px 0; }
main > mpp-kiosk:defined { max-width: none; }
mpp-service-finder:defined > :is(h2, form) { display: none; }
@media (max-width: 30em) { .bar > :first-child { flex: 1 0 100%; } table { font-size: .875em; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .notice { border: 1px solid; } }
@media print { header, .foot, form, .skip, .button { display: none; } .example { position: static; } }
`
  .replace(/\n/g, '')
  .trim();
