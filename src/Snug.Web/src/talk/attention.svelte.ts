/** Whether somebody looks at the page: it is to be seen, and the keyboard is its own. */
class Attention {
  isHere = $state(isHere());

  constructor() {
    const look = () => (this.isHere = isHere());
    addEventListener('focus', look);
    addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
  }
}

const isHere = () => document.visibilityState === 'visible' && document.hasFocus();

export const attention = new Attention();
