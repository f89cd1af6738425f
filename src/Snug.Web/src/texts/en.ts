// Every word of the page in English, by the folder that shows it. What counts takes the number.
const many = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

export const en = {
  look: {
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    retry: 'Try again',
  },
  enter: {
    welcome: 'Come in',
    lead: 'Pick a name, and you are in.',
    name: 'Your name',
    nameHint: 'Up to 32 letters, digits, and _ - . between them.',
    password: 'Password',
    invite: 'Invite code',
    enter: 'Enter',
    entering: 'Entering …',
    gone: 'You are no longer in: somebody has taken the name, or you left elsewhere.',
  },
  frame: {
    rooms: 'Rooms',
    conversation: 'Conversation',
    back: 'Back to the rooms',
    connecting: 'Connecting …',
    offline: 'No connection to the server.',
    offlineUntil: (seconds: number) => `No connection to the server. Next try in ${seconds} s.`,
    tryNow: 'Try now',
    chooseRoom: 'Choose a room to read',
  },
  rooms: {
    rooms: 'Rooms',
    direct: 'Direct messages',
    more: 'Other rooms',
    unread: (count: number) => many(count, 'unread message', 'unread messages'),
    mentions: (count: number) => many(count, 'mention', 'mentions'),
    join: 'Join',
    notJoined: 'You are reading along. Join to take part.',
    leaveChat: 'Leave the chat',
  },
  people: {
    people: 'Who is here',
    here: (count: number) => `Here — ${count}`,
    away: (count: number) => `Away — ${count}`,
    you: '(you)',
  },
  talk: {
    messages: 'Messages',
    loading: 'Loading messages …',
    empty: 'Nothing has been said here yet.',
    emptyHint: 'Say the first word.',
    beginning: (room: string) => `This is where ${room} begins.`,
    unreadLine: 'New',
    today: 'Today',
    yesterday: 'Yesterday',
    edited: '(edited)',
    sending: 'Sending …',
    failed: 'Not sent',
    newest: 'Jump to the newest',
    newBelow: (count: number) => many(count, 'new message', 'new messages'),
  },
  composer: {
    message: (room: string) => `Message to ${room}`,
    send: 'Send',
    tooMuchWaits: 'Too much waits to be sent already.',
  },
  /** By the code of a refusal (docs/http-api.md). */
  refusals: {
    'name-taken': 'Somebody has that name already.',
    'invalid-name': 'That is not a name: up to 32 letters, digits, and _ - . between them.',
    'wrong-password': 'The password is wrong.',
    'invite-needed': 'This chat is by invitation: enter your invite code.',
    'account-needed': 'This chat is for accounts: enter an invite code and choose a password.',
    'banned': 'You are kept out of this chat.',
    'too-fast': 'Too fast. Wait a moment, and try again.',
    'not-joined': 'You are not in this room.',
    'archived': 'This room is archived: nothing more is said here.',
    'text-too-long': 'The message is too long.',
    'not-allowed': 'You may not do that.',
    'not-found': 'It is not there any more.',
  } as Partial<Record<string, string>>,
  failures: {
    refused: (detail: string) => `The server refused: ${detail}`,
    unreachable: 'The server cannot be reached.',
  },
};

export type Texts = typeof en;
