// Code in colours. highlight.js would write HTML; its emitter is replaced by one that keeps the pieces, so none exists.
import hljs from 'highlight.js/lib/core';
import { languageFor } from './languages';

export interface CodePiece {
  readonly text: string;
  /** What it is in the code, by the names of highlight.js: keyword, string, comment …; empty for the rest. */
  readonly scope: string;
}

class PiecesEmitter {
  readonly pieces: CodePiece[] = [];
  private readonly scopes: string[] = [];

  addText(text: string): void {
    if (text) this.pieces.push({ text, scope: this.scopes.at(-1) ?? '' });
  }
  startScope(scope: string): void { this.scopes.push(scope.split(/[. ]/)[0]!); }
  endScope(): void { this.scopes.pop(); }
  openNode(scope: string): void { this.startScope(scope); }
  closeNode(): void { this.endScope(); }
  __addSublanguage(emitter: PiecesEmitter): void { this.pieces.push(...emitter.pieces); }
  finalize(): void {}
  toHTML(): string { return ''; }
}

hljs.configure({ __emitter: PiecesEmitter as never });

/** @returns null for a language that is not coloured. */
export async function colour(code: string, language: string): Promise<readonly CodePiece[] | null> {
  const known = languageFor(language);
  if (!known) return null;
  if (!hljs.getLanguage(known.name)) hljs.registerLanguage(known.name, (await known.load()).default);
  const { _emitter } = hljs.highlight(code, { language: known.name, ignoreIllegals: true });
  return (_emitter as unknown as PiecesEmitter).pieces;
}
