/** A round sign with the first letter of a person's given name. */
import { el } from './element.js';

const SHADES = ['#1f6f8b', '#7a4988', '#8a5a12', '#2d6a4f', '#9c3848', '#3d5a98', '#5b6236', '#7b4b3a'];

/** The name without its title. @param {string} name */
export function givenName(name) {
  return (name.replace(/^(?:นางสาว|นาง|นาย)\s*/, '').split(' ')[0] ?? '') || name;
}

/** @param {string} name @param {string} [kind] `bot` or `group` */
export function avatar(name, kind) {
  if (kind === 'bot') return el('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '✓');
  // A leading vowel does not stand alone.
  const letter = /^[เแโใไ]?[ก-ฮ]/.exec(givenName(name))?.[0] ?? [...givenName(name)][0] ?? '?';
  const sum = [...name].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  return el(
    'span',
    { class: 'avatar', 'aria-hidden': 'true', style: { 'background-color': SHADES[sum % SHADES.length] } },
    letter,
  );
}
