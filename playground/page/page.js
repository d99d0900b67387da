import { commandForm } from './form.js';
import { messageElement } from './message.js';
import { element, refreshTimes } from './text.js';

const byId = (id) => document.getElementById(id);
const [log, messages, person, state] = ['log', 'messages', 'person', 'state'].map(byId);

/** How near to the end, in pixels, a reader counts as being there. */
const NEAR_PX = 120;

let names = new Map();
let shownCommands = '';

/** Sends a command as the chosen person; resolves with what is wrong with it, or with nothing. */
async function send(command, options) {
  try {
    const response = await fetch('/page/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: person.value, command, options }),
    });
    return response.ok ? '' : (await response.json()).message;
  } catch {
    return 'The playground cannot be reached. Is it still running in its terminal?';
  }
}

function showPlace({ you, guild, channel, bot, people, commands }) {
  names = new Map([bot, ...people].map(({ id, name }) => [id, name]));
  byId('guild').textContent = guild;
  byId('channel').textContent = channel;
  person.replaceChildren(...people.map(({ id, name }) => element('option', { value: id }, name)));
  person.value = you;
  const newCommands = JSON.stringify(commands);
  if (newCommands === shownCommands) return;
  shownCommands = newCommands;
  byId('commands').replaceChildren(...commands.map((command) => commandForm(command, send)));
}

function showMessages({ all, changed, removed }) {
  const end = log.scrollHeight - log.scrollTop - log.clientHeight;
  if (all) messages.replaceChildren();
  for (const id of removed) byId(`message-${id}`)?.remove();
  for (const message of changed) {
    const made = messageElement(message, names);
    const before = byId(made.id);
    if (before) before.replaceWith(made);
    else messages.append(made);
  }
  byId('empty').hidden = messages.childElementCount > 0;
  if (all || end < NEAR_PX) log.scrollTop = log.scrollHeight;
}

function connect(as) {
  const query = as === undefined ? '' : `?as=${encodeURIComponent(as)}`;
  const events = new EventSource(`/page/place${query}`);
  const on = (name, act) => events.addEventListener(name, ({ data }) => act(JSON.parse(data)));
  events.addEventListener('open', () => {
    state.textContent = 'Live';
    state.className = 'live';
  });
  events.addEventListener('error', () => {
    state.textContent = 'Not connected';
    state.className = '';
  });
  on('place', showPlace);
  on('messages', showMessages);
  return events;
}

let events = connect();
person.addEventListener('change', () => {
  events.close();
  events = connect(person.value);
});
setInterval(refreshTimes, 1_000);
