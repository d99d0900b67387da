import {
  ButtonStyles,
  ChannelTypes,
  ComponentTypes,
  type MessageActionRow,
  type MessageActionRowComponent,
  type ModalData,
  type TextButton,
  TextInputStyles,
} from 'oceanic.js';

const row = (...components: MessageActionRowComponent[]): MessageActionRow => ({
  type: ComponentTypes.ACTION_ROW,
  components,
});

const button = (
  customID: string,
  label: string,
  style: TextButton['style'] = ButtonStyles.SECONDARY,
): TextButton => ({ type: ComponentTypes.BUTTON, customID, label, style });

/** Below a hung picture: buttons, and a menu of each sort. */
export const CONTROLS: MessageActionRow[] = [
  row(
    button('like', 'Like', ButtonStyles.PRIMARY),
    button('rename', 'Rename'),
    button('announce', 'Announce'),
    button('remove', 'Take down', ButtonStyles.DANGER),
  ),
  row({
    type: ComponentTypes.STRING_SELECT,
    customID: 'frame',
    placeholder: 'Frame',
    maxValues: 2,
    options: [
      { label: 'Oak', value: 'oak', description: 'Light and plain' },
      { label: 'Gilt', value: 'gilt', description: 'Bright and carved' },
      { label: 'Ebony', value: 'ebony', description: 'Dark and narrow' },
    ],
  }),
  row({ type: ComponentTypes.USER_SELECT, customID: 'painter', placeholder: 'Painter' }),
  row({ type: ComponentTypes.ROLE_SELECT, customID: 'visitors', placeholder: 'Visitors' }),
  row({
    type: ComponentTypes.CHANNEL_SELECT,
    customID: 'room',
    placeholder: 'Room',
    channelTypes: [ChannelTypes.GUILD_TEXT],
  }),
];

/** The form behind the button `rename`. */
export const RENAME_FORM: ModalData = {
  customID: 'rename-form',
  title: 'Rename the picture',
  components: [
    {
      type: ComponentTypes.LABEL,
      label: 'New title',
      description: 'Three to forty characters',
      component: {
        type: ComponentTypes.TEXT_INPUT,
        customID: 'title',
        style: TextInputStyles.SHORT,
        minLength: 3,
        maxLength: 40,
        required: true,
      },
    },
    {
      type: ComponentTypes.LABEL,
      label: 'Language',
      component: {
        type: ComponentTypes.STRING_SELECT,
        customID: 'language',
        options: [
          { label: 'English', value: 'English', default: true },
          { label: 'French', value: 'French' },
        ],
      },
    },
  ],
};
