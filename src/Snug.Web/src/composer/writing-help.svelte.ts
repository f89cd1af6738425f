/** Whether it is shown what one can write: commands, marks, keys. */
class WritingHelp {
  isOpen = $state(false);
}

export const writingHelp = new WritingHelp();
