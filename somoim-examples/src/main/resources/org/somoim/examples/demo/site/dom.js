// Elements made by hand. Text is only ever text: nothing in these pages turns a string into HTML, and the browser is told to
// refuse it (see the policy in Site.java).

const SVG = 'http://www.w3.org/2000/svg';

/** An element. Properties that begin with "on" are listeners; null and false are left out; children may be nested lists. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same in a drawing. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' && 'value' in element) {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(9)) {
    if (child !== null && child !== undefined && child !== false && child !== '') {
      element.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Puts new children in place of the old ones, at once. */
export function put(element, ...children) {
  const fragment = document.createDocumentFragment();
  add(fragment, children);
  element.replaceChildren(fragment);
  return element;
}

let count = 0;

/** An id that no other element has. */
export function newId(word) {
  count += 1;
  return `${word}-${count}`;
}

/** Only addresses that a browser fetches; what else people may write, such as javascript:, is no link. */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
