import { element } from './text.js';

/** `style_preset` as a label: `Style preset`. */
function label(name) {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const option = (value, text) => element('option', { value }, text);

function control({ name, type, required, choices, min, max }) {
  const common = { name, required };
  switch (type) {
    case 'choice': {
      const all = choices.map((choice, index) => option(String(index), choice.name));
      return element('select', common, option('', required ? 'Choose…' : '–'), ...all);
    }
    case 'yes-no':
      return element(
        'select',
        common,
        option('', '–'),
        option('true', 'Yes'),
        option('false', 'No'),
      );
    case 'text': {
      const lengths = { minLength: min, maxLength: max };
      return required
        ? element('textarea', { ...common, ...lengths, rows: 3 })
        : element('input', { ...common, ...lengths, type: 'text', autocomplete: 'off' });
    }
    default:
      return element('input', {
        ...common,
        type: 'number',
        step: type === 'whole' ? 1 : 'any',
        min,
        max,
        inputMode: 'decimal',
      });
  }
}

function field(command, wanted) {
  const input = control(wanted);
  input.id = `${command}-${wanted.name}`.replaceAll(' ', '-');
  const hint = element('span', { id: `${input.id}-hint`, className: 'hint' }, wanted.description);
  input.setAttribute('aria-describedby', hint.id);
  return element(
    'div',
    { className: `field ${wanted.type}` },
    element('label', { htmlFor: input.id }, label(wanted.name)),
    input,
    hint,
  );
}

/** What is filled in, as the values Discord's client would send. */
function values(form, fields) {
  const filled = fields
    .map((wanted) => [wanted, form.elements.namedItem(wanted.name).value])
    .filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([{ name, type, choices }, text]) => {
      if (type === 'choice') return [name, choices[Number(text)].value];
      if (type === 'yes-no') return [name, text === 'true'];
      return [name, type === 'text' ? text : Number(text)];
    }),
  );
}

/** Enter sends and Shift+Enter begins a new line, as in Discord. */
function sendOnEnter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  if (event.target.tagName !== 'TEXTAREA') return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Sends what is filled in; until that was answered, nothing can be sent again. */
async function submit(button, note, act) {
  button.disabled = true;
  note.textContent = '';
  note.textContent = await act();
  button.disabled = false;
}

/**
 * The form of one command, or only a button for one without options. `send` is called with the command's
 * name and options and resolves with what was wrong with them, or with nothing.
 */
export function commandForm({ name, description, fields }, send) {
  const bare = fields.length === 0;
  const needed = fields.filter(({ required }) => required);
  const others = fields.filter(({ required }) => !required);
  const button = element('button', { type: 'submit' }, bare ? `/${name}` : `Send /${name}`);
  const note = element('p', { className: 'note', role: 'alert' });
  const form = element(
    'form',
    { className: bare ? 'command bare' : 'command', ariaLabel: `/${name}` },
    ...(bare ? [] : [element('h2', {}, `/${name}`)]),
    element('p', { className: 'small' }, description),
    ...needed.map((wanted) => field(name, wanted)),
  );
  if (others.length > 0) {
    const more = element('div', { className: 'grid' }, ...others.map((one) => field(name, one)));
    const wide = matchMedia('(min-width: 56rem)').matches;
    form.append(element('details', { open: wide }, element('summary', {}, 'Options'), more));
  }
  form.append(button, note);
  form.addEventListener('keydown', sendOnEnter);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(button, note, () => send(name, values(form, fields)));
  });
  return form;
}
