/**
 * The theme's search on file://, where browsers start no worker from a file: its script runs in a hidden frame.
 * The library for this, which the theme's plugin would load by this name, writes an inline script that names this
 * very folder; the policy of a page cannot know it beforehand.
 */
(() => {
  "use strict";

  /** @param {Document} room @param {string} src */
  const run = (room, src) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(room.createElement("script"), { src, onload: resolve });
      script.onerror = () => reject(new Error(`${src} did not load`));
      room.body.append(script);
    });

  class FrameWorker extends EventTarget {
    /** @param {string} url */
    constructor(url) {
      super();
      const frame = Object.assign(document.createElement("iframe"), { hidden: true });
      document.body.append(frame);
      this.room = frame.contentWindow;
      // Firefox would replace a fresh frame's document later, and what was put into it.
      this.room.document.open();
      this.room.document.close();
      this.room.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.ready = run(this.room.document, url);
    }

    /** @param {unknown} data */
    async postMessage(data) {
      await this.ready;
      this.room.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
    }
  }

  if (location.protocol !== "file:") return;
  globalThis.NativeWorker = Worker;
  // The search looks for the first name to find out where it runs.
  globalThis.IFrameWorker = globalThis.Worker = FrameWorker;
})();
