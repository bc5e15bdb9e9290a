// Every way that is known here to get bytes out of a page or a worker: a function that tries them all with an address.
// They run once before the lock, where they must succeed, and once after it, where they must not.
(() => {
  const here = globalThis.document;
  const element = (name, attributes, parent = here.body) => {
    const made = Object.assign(here.createElement(name), attributes);
    parent.append(made);
    return made;
  };
  const link = (rel, more) => (href) => element("link", { rel, href, ...more }, here.head);
  const style = (css) => (url) => element("style", { textContent: css.replace("URL", url) }, here.head);

  const everywhere = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    xhr: (url) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
    websocket: (url) => new WebSocket(url.replace("http", "ws")),
    eventsource: (url) => new EventSource(url),
    import: (url) => import(url),
  };
  const onlyPage = {
    beacon: (url) => navigator.sendBeacon(url, "x"),
    ping: (url) => element("a", { href: "#", ping: url }).click(),
    image: (url) => (new Image().src = url),
    svg: (url) => (element("div").innerHTML = `<svg><image href="${url}"/></svg>`),
    audio: (url) => (new Audio().src = url),
    video: (url) => element("video", { src: url }),
    script: (url) => element("script", { src: url }),
    module: (url) => element("script", { src: url, type: "module" }),
    stylesheet: link("stylesheet"),
    icon: link("icon"),
    prefetch: link("prefetch"),
    preload: link("preload", { as: "image" }),
    modulepreload: link("modulepreload"),
    cssImport: style("@import 'URL'"),
    cssImage: style("body { background: url(URL) }"),
    cssFont: style("@font-face { font-family: leak; src: url(URL) } body { font-family: leak }"),
    iframe: (url) => element("iframe", { src: url }),
    object: (url) => element("object", { data: url }),
    embed: (url) => element("embed", { src: url }),
    worker: (url) => new Worker(url),
    form: (url) => element("form", { action: url, method: "post", target: "_blank" }).submit(),
  };
  const attempts = here ? { ...everywhere, ...onlyPage } : everywhere;

  /** @param {string} base @returns {string[]} the names of what was tried */
  return async (base) => {
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await Promise.race([attempt(base + name), new Promise((resolve) => setTimeout(resolve, 200))]);
      } catch {
        // A refusal may be silent or loud: what counts is what reaches the other side.
      }
    }
    return Object.keys(attempts);
  };
})();
