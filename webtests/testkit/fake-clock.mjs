/** A clock that moves when told to. */
export class FakeClock {
  now = 0;
  #timers = new Map();
  #next = 1;

  setTimeout = (action, ms) => {
    const timer = this.#next++;
    this.#timers.set(timer, { at: this.now + ms, action });
    return timer;
  };

  clearTimeout = (timer) => this.#timers.delete(timer);

  /** Lets time pass; what is due runs in its order, and whatever it promised settles. */
  async pass(ms) {
    const end = this.now + ms;
    await settle();
    for (let due = this.#due(end); due; due = this.#due(end)) {
      this.#timers.delete(due.timer);
      this.now = due.at;
      due.action();
      await settle();
    }
    this.now = end;
  }

  #due(end) {
    const due = [...this.#timers]
      .map(([timer, { at, action }]) => ({ timer, at, action }))
      .filter(({ at }) => at <= end)
      .sort((a, b) => a.at - b.at || a.timer - b.timer);
    return due[0];
  }
}

/** Until promises that need no timer and no network have settled. */
export async function settle() {
  for (let round = 0; round < 3; round += 1) await new Promise((done) => setImmediate(done));
}
