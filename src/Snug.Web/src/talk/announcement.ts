import type { Message } from '../api/types';
import { t } from '../texts/texts.svelte';
import { summary } from './summary';

/** More at once would be heard for minutes. */
const Most = 3;

/** What is read out when messages come: each with its speaker, or how many where many come at once. */
export const announcement = (messages: readonly Message[]): string[] =>
  messages.length > Most ? [t.talk.newBelow(messages.length)] : messages.map((message) => t.talk.says(message.from.name, summary(message)));
