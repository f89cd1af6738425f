/** How long, in milliseconds, a finger rests until it means something else than a tap. */
const Long = 450;
/** How far, in pixels, a resting finger may stray. */
const Still = 10;

/** Has `pressed` called when a finger rests on something within the element; what scrolls or taps is left alone. */
export const longPress = (pressed: (on: Element) => void) => (element: HTMLElement) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  let wasLong = false;
  const end = () => clearTimeout(timer);

  function down(event: PointerEvent) {
    end();
    wasLong = false;
    const on = event.target as Element;
    // A link, a picture and a player have long presses of their own.
    if (event.pointerType === 'mouse' || on.closest('a, button, img, audio, video, input')) return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      wasLong = true;
      navigator.vibrate?.(10);
      pressed(on);
    }, Long);
  }
  function move(event: PointerEvent) {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > Still) end();
  }
  // Lifted, the finger would tap on what has opened below it.
  const lifted = (event: TouchEvent) => { if (wasLong) event.preventDefault(); };
  // Android would select a word, and offer to copy it, where the sheet is about to open.
  function menu(event: MouseEvent) {
    const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isFinger && !(event.target as Element).closest('a, img')) event.preventDefault();
  }

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('pointerdown', down, { signal });
  element.addEventListener('pointermove', move, { signal });
  for (const over of ['pointerup', 'pointercancel', 'pointerleave'] as const) element.addEventListener(over, end, { signal });
  element.addEventListener('touchend', lifted, { signal, passive: false });
  element.addEventListener('contextmenu', menu, { signal });
  return () => {
    end();
    stop.abort();
  };
};
