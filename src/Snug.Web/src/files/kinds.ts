// How a file is shown, by the type that the server read from its bytes.
import type { Attachment } from '../api/types';
import { isVoiceName } from './names';

export type Kind = 'picture' | 'sound' | 'film' | 'file';

export function kindOf({ name, type }: Pick<Attachment, 'name' | 'type'>): Kind {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'sound';
  // A recording in a container that holds films too is called one where its beginning does not name its track.
  if (type.startsWith('video/')) return isVoiceName(name) ? 'sound' : 'film';
  return 'file';
}
