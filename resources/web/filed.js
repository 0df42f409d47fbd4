// Ties places of a filing's text to what is drawn, and back. Runs in a world of its own, out of the page's reach.
// A place is [at, number]: the run of text that begins at code point `at`, and how many signs of it (not blanks) come before.
const filed = (() => {
  "use strict";
  const BLANKS = /\s+/g;
  const BLANK = /\s/;
  const EDGE = 80;
  const TOP = 3;
  const NOTCH = 50;
  const ROUNDED = 8;
  const PAINTED = "first-contentful-paint";
  const SHORT = 250; // milliseconds
  const LONG = 5000;
  const sheet = new CSSStyleSheet();
  let runs = null;
  let last = "";
  let told = 0;
  let lit = null;
  let titled = null;
  let held = null;
  let keptY = null;
  let size = "";
  let turned = 0;

  const say = (kind, value) => console.log(TOKEN + JSON.stringify([kind, value]));

  // From places to what is drawn.

  function elementOf(at) {
    if (runs === null) {
      runs = new Map();
      for (const element of document.querySelectorAll("[data-at]")) {
        const key = Number(element.getAttribute("data-at"));
        if (!runs.has(key)) runs.set(key, element);
      }
    }
    return runs.get(at);
  }

  function* texts(element) {
    for (let node = element.firstChild; node !== null && node.nodeType !== Node.ELEMENT_NODE; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) yield node;
    }
  }

  function signOf([at, number]) {
    const element = elementOf(at);
    let left = number;
    for (const node of element ? texts(element) : []) {
      const data = node.data;
      let size = 1;
      for (let index = 0; index < data.length; index += size) {
        size = data.codePointAt(index) > 0xffff ? 2 : 1;
        if (BLANK.test(data[index])) continue;
        if (left === 0) return { node, start: index, end: index + size };
        left -= 1;
      }
    }
    return null;
  }

  function rangeOf([first, end]) {
    const begins = signOf(first);
    const ends = signOf(end);
    if (begins === null || ends === null) return null;
    const range = new Range();
    range.setStart(begins.node, begins.start);
    range.setEnd(ends.node, ends.end);
    return range;
  }

  // From what is drawn to places.

  function placeOf(node, index) {
    const element = node.parentElement;
    const at = element === null ? null : element.getAttribute("data-at");
    if (at === null) return null;
    let number = 0;
    for (const text of texts(element)) {
      const before = text === node ? text.data.slice(0, index) : text.data;
      number += Array.from(before.replace(BLANKS, "")).length;
      if (text === node) return [Number(at), number];
    }
    return null;
  }

  function caretAt(x, y) {
    const caret = document.caretRangeFromPoint(x, y);
    if (caret === null || caret.startContainer.nodeType !== Node.TEXT_NODE) return null;
    const node = caret.startContainer;
    let index = caret.startOffset;
    if (index > 0 && (index === node.data.length || boxOf(node, index).left > x)) index -= 1;
    if (index > 0 && /[\udc00-\udfff]/.test(node.data[index])) index -= 1;
    return { node, index };
  }

  function under(x, y) {
    const caret = caretAt(x, y);
    return caret && placeOf(caret.node, caret.index);
  }

  function charAt(node, index) {
    const range = new Range();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range;
  }

  const boxOf = (node, index) => charAt(node, index).getBoundingClientRect();

  // The first character in sight that has a place.
  function firstSeen(from, step) {
    for (let y = from; y < innerHeight; y += step) {
      for (const share of [0.5, 0.25, 0.75, 0.08]) {
        const caret = caretAt(innerWidth * share, y);
        const place = caret && placeOf(caret.node, caret.index);
        const range = place && charAt(caret.node, caret.index);
        if (place && range.getBoundingClientRect().height > 0) return { place, range };
      }
    }
    return { place: null, range: null };
  }

  function tellView() {
    const box = lit === null ? null : lit.getBoundingClientRect();
    const seen = box !== null && box.bottom > 0 && box.top < innerHeight;
    const first = firstSeen(TOP + 1, 14);
    const moved = keptY === null || Math.abs(scrollY - keptY) > TOP;
    if (held === null || (moved && size === sizeNow())) {
      const range = seen ? lit : first.range;
      held = range && { range, y: range.getBoundingClientRect().top };
      keptY = null;
      size = sizeNow();
    }
    say("view", { top: first.place, seen });
  }

  const sizeNow = () => `${innerWidth} ${innerHeight} ${devicePixelRatio}`;

  // What was in sight stays where it was, in another size; scrolling that another size brings about is not the reader's.
  function hold() {
    fits();
    if (held === null) return;
    const { range, y } = held;
    const wanted = Math.max(0, Math.min(y, innerHeight - EDGE / 2));
    scrollTo({ top: scrollY + range.getBoundingClientRect().top - wanted, left: scrollX, behavior: "instant" });
    keptY = scrollY;
    size = sizeNow();
    tellView();
  }

  // What the window asks for.

  const drawn = (name, marks, priority) => {
    const ranges = marks.map(rangeOf).filter((range) => range !== null);
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    return ranges;
  };

  function light(strong, soft) {
    const ranges = [...drawn("strong", strong, 3), ...drawn("soft", soft, 1)];
    lit = ranges.length > 0 ? ranges[0] : null;
  }

  function reveal(marks, nearTop) {
    const boxes = marks.map(rangeOf).filter((range) => range !== null).map((range) => range.getBoundingClientRect());
    if (boxes.length === 0) return;
    const edge = Math.min(EDGE, innerHeight / 4);
    const easy = boxes.every((box) => box.top >= edge && box.top <= innerHeight - edge);
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    let y = scrollY;
    if (nearTop) y += boxes[0].top - TOP;
    else if (!easy && bottom - top + 2 * edge <= innerHeight) y += (top + bottom - innerHeight) / 2;
    else if (!easy) y += boxes[0].top - innerHeight / 2.4;
    scrollTo({ top: y, left: sideways(boxes[0]), behavior: "instant" });
    keptY = held = null;
    tellView();
  }

  function sideways(box) {
    if (box.right + scrollX <= innerWidth) return 0;
    if (box.left >= 0 && box.right <= innerWidth) return scrollX;
    return Math.max(0, scrollX + Math.min(box.left - 16, box.right - innerWidth + 16));
  }

  // Tells when the page has come onto the screen; until then the one before it may still be there. Nobody sees a hidden
  // one or one without words, so that its first paint may never come.
  function settle() {
    let settled = false;
    const tell = () => {
      if (settled) return;
      settled = true;
      tellView();
      say("settled", null);
    };
    const look = () => (performance.getEntriesByName(PAINTED).length > 0 ? tell() : requestAnimationFrame(look));
    requestAnimationFrame(() => requestAnimationFrame(look));
    setTimeout(tell, document.hidden ? SHORT : LONG);
  }

  function hover(mark, words) {
    drawn("hover", mark === null ? [] : [mark], 4);
    if (titled !== null) titled.removeAttribute("title");
    titled = mark === null ? null : elementOf(mark[0][0]) || null;
    if (titled !== null) titled.title = words;
    document.documentElement.classList.toggle("tieout-link", mark !== null);
  }

  function dress(rules) {
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    fits();
    say("whole", needs());
  }

  // What is wider by no more than widths are rounded needs no scroll bar.
  function fits() {
    const root = document.documentElement;
    const width = Math.max(root.scrollWidth, document.body?.scrollWidth ?? 0);
    root.classList.toggle("tieout-fits", width - root.clientWidth < ROUNDED);
  }

  // What the reader does.

  document.addEventListener("click", (event) => {
    if (event.button !== 0 || event.target.closest?.("a[href]") || !getSelection().isCollapsed) return;
    const place = under(event.clientX, event.clientY);
    if (place !== null) say("click", place);
  });

  document.addEventListener("mousemove", (event) => {
    if (event.buttons !== 0) return;
    const place = under(event.clientX, event.clientY);
    const key = String(place);
    if (key !== last) {
      last = key;
      say("over", place);
    }
  });

  document.addEventListener("mouseleave", () => {
    last = "";
    say("over", null);
  });

  addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < NOTCH) return;
    say("zoom", turned < 0 ? 1 : -1);
    turned = 0;
  }, { passive: false });

  addEventListener("resize", hold);
  addEventListener("scroll", (event) => {
    if (event.timeStamp - told < 100) return;
    told = event.timeStamp;
    tellView();
  });
  addEventListener("scrollend", tellView);

  // How wide the page must be for all of it to be seen; 0 where all of it is.
  const needs = () => {
    const width = Math.max(document.documentElement.scrollWidth, document.body?.scrollWidth ?? 0);
    return width > document.documentElement.clientWidth ? width : 0;
  };
  document.addEventListener("DOMContentLoaded", () => say("ready", needs()));
  addEventListener("load", () => say("whole", needs()));

  return { light, reveal, hover, dress, drawn, settle };
})();
