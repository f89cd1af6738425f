// A stand-in for the chat's server, as far as the outbox asks it: it stores messages once for each nonce, takes files, and can be away,
// refuse, or keep somebody waiting.
import { vi } from 'vitest';

type Refused = { readonly status: number; readonly code: string };

export class Server {
  readonly messages: { id: number; room: number; text: string; nonce: string; attachments: string[] }[] = [];
  readonly uploads: string[] = [];
  isAway = false;
  /** What is answered to the next requests, the first first; null is granted. */
  readonly posts: (Refused | 'lost' | null)[] = [];
  readonly files: (Refused | null)[] = [];
  /** What is said is stored, and answered only after this. */
  answering: Promise<void> = Promise.resolve();
  /** Uploads that go on only when somebody says so. */
  held: FakeRequest[] | null = null;

  start(): void {
    const server = this;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => this.answer(path, init));
    vi.stubGlobal('XMLHttpRequest', class extends FakeRequest {
      constructor() {
        super(server);
      }
    });
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    if (this.isAway) throw new TypeError('no network');
    if (init.method === 'DELETE') {
      this.messages.splice(this.messages.findIndex(({ id }) => id === Number(path.split('/').at(-1))), 1);
      return new Response(null, { status: 204 });
    }
    const next = this.posts.shift() ?? null;
    if (next && next !== 'lost') return problem(next);
    const said = JSON.parse(String(init.body)) as { text: string; nonce: string; attachments: string[] };
    const room = Number(path.split('/')[3]);
    const known = this.messages.find(({ nonce }) => nonce === said.nonce);
    const message = known ?? { id: this.messages.length + 1, room, ...said };
    if (!known) this.messages.push(message);
    await this.answering;
    if (next === 'lost') throw new TypeError('the answer was lost');
    return Response.json(message, { status: known ? 200 : 201 });
  }
}

/** As much of an XMLHttpRequest as `upload` uses. */
export class FakeRequest {
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  status = 0;
  responseText = '';
  private name = '';
  private isOver = false;

  constructor(private readonly server: Server) {}

  open(_: string, path: string): void {
    this.name = decodeURIComponent(path.split('name=')[1]!);
  }

  setRequestHeader(): void {}
  getResponseHeader = (): null => null;

  send(blob: Blob): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded: blob.size / 2, total: blob.size });
    if (this.server.held) this.server.held.push(this);
    else queueMicrotask(() => this.finish());
  }

  finish(): void {
    if (this.isOver) return;
    if (this.server.isAway) return this.end(() => this.onerror?.());
    const refused = this.server.files.shift() ?? null;
    this.status = refused?.status ?? 201;
    if (!refused) this.server.uploads.push(this.name);
    const id = `file-${this.server.uploads.length}`;
    this.responseText = JSON.stringify(refused ?? { id, name: this.name, type: 'text/plain', size: 1, url: `/api/uploads/${id}/${this.name}` });
    this.end(() => this.onload?.());
  }

  abort(): void {
    if (!this.isOver) this.end(() => this.onabort?.());
  }

  private end(tell: () => void): void {
    this.isOver = true;
    tell();
    this.onloadend?.();
  }
}

const problem = ({ status, code }: Refused) => Response.json({ code, detail: code }, { status });
