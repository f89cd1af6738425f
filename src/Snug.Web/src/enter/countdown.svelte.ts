/** Seconds that are left until something may be tried again. */
export class Countdown {
  left = $state(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  start(seconds: number): void {
    clearInterval(this.timer);
    this.left = seconds;
    if (seconds > 0) this.timer = setInterval(() => --this.left <= 0 && clearInterval(this.timer), 1000);
  }
}
