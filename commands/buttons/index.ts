import type { Component, Form } from '../../src/discord/command.ts';
import { again } from './again.ts';
import { cancel } from './cancel.ts';
import { surelyRemove } from './delete-surely.ts';
import { remove } from './delete.ts';
import { details } from './details.ts';
import { sentEdit } from './edit-form.ts';
import { edit } from './edit.ts';
import { againFromHistory } from './history-again.ts';
import { turnPage } from './history-page.ts';
import { more } from './more.ts';
import { approve } from './review-approve.ts';
import { sentBlock, sentRejection } from './review-reject-form.ts';
import { reject, rejectAndBlock } from './review-reject.ts';
import { withdraw } from './review-withdraw.ts';
import { secondLook } from './second-look.ts';
import { pickedShape } from './shape-pick.ts';
import { shape } from './shape.ts';
import { pickedStyle } from './style-pick.ts';
import { style } from './style.ts';

/** What is pressed under pictures and in histories, and the lists and buttons that this opens. */
export const pictureButtons: readonly Component[] = [
  again,
  edit,
  style,
  pickedStyle,
  shape,
  pickedShape,
  more,
  details,
  remove,
  surelyRemove,
  cancel,
  turnPage,
  againFromHistory,
  secondLook,
];

/** The forms that buttons under pictures open. */
export const pictureForms: readonly Form[] = [sentEdit];

/** What moderators press under pictures that wait for them, and what their member can. */
export const reviewButtons: readonly Component[] = [approve, reject, rejectAndBlock, withdraw];

/** The forms that moderators fill in about them. */
export const reviewForms: readonly Form[] = [sentRejection, sentBlock];
