/** Whether the help is shown. */
class Help {
  isOpen = $state(false);
}

export const help = new Help();
