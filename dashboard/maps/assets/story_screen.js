/** The whole screen for one element: as full screen where the browser lets it, else above the page. */

export class Screen {
  /**
   * @param {HTMLElement} frame
   * @param {HTMLElement} read what the keyboard is on while it is presented: no control, so that
   *   none is lit before a room
   * @param {(presenting: boolean) => void} changed
   */
  constructor(frame, read, changed) {
    this.frame = frame;
    this.read = read;
    this.read.tabIndex = -1;
    this.changed = changed;
    this.presenting = false;
    this.follow = () => this.presenting && this.full && !this.#isFull() && this.leave();
    document.addEventListener("fullscreenchange", this.follow);
  }

  async present() {
    if (this.presenting) return;
    this.before = this.frame.getRootNode().activeElement;
    this.#set(true);
    this.read.focus({ preventScroll: true });
    try {
      await this.frame.requestFullscreen();
      this.full = true;
    } catch {
      this.#rise();
    }
  }

  leave() {
    if (!this.presenting) return;
    this.#set(false);
    if (this.full && document.fullscreenElement) document.exitFullscreen().catch(() => {});
    this.full = false;
    if (this.frame.popover) {
      this.frame.hidePopover();
      this.frame.removeAttribute("popover");
    }
    this.before?.focus({ preventScroll: true });
  }

  stop() {
    this.leave();
    document.removeEventListener("fullscreenchange", this.follow);
  }

  /** A popover lies above everything else of the page, whatever the page has. */
  #rise() {
    if (!this.presenting) return;
    this.frame.popover = "manual";
    this.frame.showPopover();
  }

  #isFull() {
    return this.frame.matches(":fullscreen");
  }

  #set(presenting) {
    this.presenting = presenting;
    this.frame.classList.toggle("is-presenting", presenting);
    this.changed(presenting);
  }
}
