import { Copy, Link, Pencil, Reply, Trash2, type IconNode } from 'lucide';
import type { Message } from '../api/types';
import { write } from '../frame/route.svelte';
import { copy } from '../look/clipboard';
import { toasts } from '../look/toasts.svelte';
import { t } from '../texts/texts.svelte';
import { deletions } from './deletions.svelte';
import type { OpenRoom } from './open-room.svelte';

/** Something that can be done about a message. */
export interface Action {
  readonly key: 'reply' | 'edit' | 'copy' | 'link' | 'delete';
  readonly label: string;
  readonly icon: IconNode;
  readonly run: () => void;
}

/** Whether one may say something in the room, and so react to what was said. */
export function mayTalk(open: OpenRoom): boolean {
  const info = open.room?.info;
  return info !== undefined && info.joined && !info.archived;
}

/** All that somebody may do about a message besides reacting to it, what is done most first. */
export function actionsFor(message: Message, open: OpenRoom): Action[] {
  const { me } = open.visit.chat;
  const isOwn = message.from.id === me.id;
  const actions: (Action | false)[] = [
    mayTalk(open) && { key: 'reply', label: t.talk.reply, icon: Reply, run: () => { open.editing = null; open.replyTo = message; } },
    isOwn && mayTalk(open) && { key: 'edit', label: t.talk.edit, icon: Pencil, run: () => { open.replyTo = null; open.editing = message; } },
    message.text !== '' && { key: 'copy', label: t.talk.copyText, icon: Copy, run: () => void tellCopied(message.text) },
    { key: 'link', label: t.talk.copyLink, icon: Link, run: () => void tellCopied(linkTo(message)) },
    (isOwn || me.role === 'admin') && { key: 'delete', label: t.talk.delete, icon: Trash2, run: () => deletions.add(message.id) },
  ];
  return actions.filter((action) => action !== false);
}

const linkTo = ({ room, id }: Message): string => `${location.origin}${location.pathname}${write({ room, message: id, pane: null })}`;

async function tellCopied(text: string): Promise<void> {
  toasts.show((await copy(text)) ? t.talk.copied : t.talk.cannotCopy);
}
