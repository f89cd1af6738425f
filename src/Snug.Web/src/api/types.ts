// The names by which the page calls what the server's own description (schema.d.ts) holds.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Message = Schemas['MessageRecord'];
export type Attachment = Schemas['UploadRecord'];
export type Room = Schemas['RoomEntry'];
export type User = Schemas['UserView'];
export type Session = Schemas['SessionView'];
export type EventsPage = Schemas['EventsPageView'];
export type ChatEvent = EventsPage['events'][number];

/** A place in the log: opaque, given by the server and given back to it. */
export type Cursor = string;
