import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { RulePage } from '../../moderation/rules/rules.ts';
import {
  clearLabel,
  clearQuestion,
  RULES_WORDS,
  ruleLine,
  rulesHeading,
} from '../../words/rules.ts';
import { shorten } from '../../words/text.ts';
import { customId } from '../custom-id.ts';
import type { FormBody, MessageBody } from '../rest/interaction-api.ts';

/** What the custom ids of the panel's parts begin with; the number of a page follows. */
export const RULES = {
  page: 'rules-page',
  add: 'rules-add',
  form: 'rules-form',
  remove: 'rules-remove',
  clear: 'rules-clear',
  /** Which rules there were when it was shown follows. */
  clearSurely: 'rules-clear-surely',
} as const;

/** The field of the form to add rules with. */
export const RULES_FIELD = 'rules';

/** The most that a text field of a form takes (Discord's docs). */
const FIELD_LENGTH = 4_000;
/** The most that an option of a menu says (Discord's docs). */
const OPTION_LENGTH = 100;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const button = (
  label: string,
  id: string,
  { style = ButtonStyle.Secondary as const, disabled = false }: ButtonLook = {},
): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});

interface ButtonLook {
  readonly style?: ButtonStyle.Secondary | ButtonStyle.Primary | ButtonStyle.Danger;
  readonly disabled?: boolean;
}

const row = (components: APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components,
});

/** A page of a server's rules and what can be done about them. `said` tells what was done before. */
export function rulesPanel(page: RulePage, ofOperator: number, said = ''): MessageBody {
  const { rules, page: at, pages, total } = page;
  const lines = rules.map(({ text }) => ruleLine(text));
  const embed = {
    title: RULES_WORDS.title,
    description: [
      rulesHeading(page, ofOperator),
      ...(lines.length === 0 ? [RULES_WORDS.none] : lines),
    ].join('\n'),
    footer: { text: RULES_WORDS.help },
  };
  const turns = [
    button(RULES_WORDS.earlier, customId(RULES.page, String(at - 1)), { disabled: at === 0 }),
    button(RULES_WORDS.later, customId(RULES.page, String(at + 1)), { disabled: at + 1 >= pages }),
  ];
  const buttons = row([
    button(RULES_WORDS.add, customId(RULES.add, String(at)), { style: ButtonStyle.Primary }),
    ...(pages > 1 ? turns : []),
    button(RULES_WORDS.clear, customId(RULES.clear, String(at)), { disabled: total === 0 }),
  ]);
  const components = rules.length === 0 ? [buttons] : [removeMenu(page), buttons];
  return { content: said, embeds: [embed], components };
}

const removeMenu = ({ rules, page }: RulePage): Row =>
  row([
    {
      type: ComponentType.StringSelect,
      custom_id: customId(RULES.remove, String(page)),
      placeholder: RULES_WORDS.remove,
      min_values: 1,
      max_values: rules.length,
      options: rules.map(({ key, text }) => ({ label: shorten(text, OPTION_LENGTH), value: key })),
    },
  ]);

/** Asks whether every rule is to be taken away. */
export const clearConfirmation = ({ total, page, all }: RulePage): MessageBody => ({
  content: clearQuestion(total),
  embeds: [],
  components: [
    row([
      button(clearLabel(total), customId(RULES.clearSurely, all), {
        style: ButtonStyle.Danger,
      }),
      button(RULES_WORDS.keep, customId(RULES.page, String(page))),
    ]),
  ],
});

/** A form to add rules with. */
export function addForm(page: string): FormBody {
  const { title, label, note } = RULES_WORDS.form;
  return {
    custom_id: customId(RULES.form, page),
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        description: note,
        component: {
          type: ComponentType.TextInput,
          custom_id: RULES_FIELD,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: FIELD_LENGTH,
        },
      },
    ],
  };
}
