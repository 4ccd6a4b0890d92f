// What a hostile page tries in order to read a data file of another origin. Loaded by windows and workers alike; each attempt
// runs in a realm of its own. Whatever reaches `saw` is looked through for the secret.
// Not strict, so that functions can ask for their callers.

/** All text that came within the attacker's reach. A string: what is done to prototypes of arrays must not touch it. */
let seen = "";
const saw = (...values) => {
  for (let index = 0; index < values.length; index += 1) {
    try {
      seen += `${typeof values[index] === "string" ? values[index] : JSON.stringify(values[index]) ?? String(values[index])}\n`;
    } catch {
      seen += "?\n";
    }
  }
};

/** The function that the site's own scripts define, as the attacker defines it. */
const callback = () => { globalThis.tracuuShard = (...values) => saw(...values); };

const tried = (deed) => {
  try {
    return deed();
  } catch {
    return undefined;
  }
};

/** A script of the attacker that runs in the global scope, as `let` at the top level must. */
const inline = (text) => {
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
};

const disk = { protocol: "file:", href: "file:///home/x/index.html", origin: "null", toString: () => "file:///" };
const forge = (target, name, value) => tried(() => Object.defineProperty(target, name, { configurable: true, get: () => value }));

/** Everything about its callers that a getter can ask for. */
const spy = () => {
  function ask() {
    for (let caller = tried(() => ask.caller), depth = 0; caller && depth < 10; depth += 1) {
      saw(String(caller), tried(() => [...caller.arguments].map(String).join()));
      caller = tried(() => caller.caller);
    }
    const prepared = Error.prepareStackTrace;
    Error.prepareStackTrace = (_, sites) => {
      for (const site of sites) {
        saw(tried(() => String(site.getFunction())), tried(() => String(site.getThis())), tried(() => site.getEvalOrigin()));
      }
      return "";
    };
    saw(tried(() => new Error().stack));
    Error.prepareStackTrace = prepared;
    return undefined;
  }
  return ask;
};

/** Preparations in a window, by name; the script of the other origin is loaded afterwards. */
const windowAttempts = {
  "the callback alone": () => {},
  "location by defineProperty": () => {
    forge(window, "location", disk);
    forge(document, "location", disk);
    forge(Window.prototype, "location", disk);
    forge(Object.prototype, "location", disk);
  },
  "location declared": () => {
    inline('let location = { protocol: "file:" };');
    inline('const location = { protocol: "file:" };');
    inline('class location { static protocol = "file:" }');
    inline('function location() {} location.protocol = "file:";');
  },
  "protocol by defineProperty": () => {
    forge(location, "protocol", "file:");
    forge(Location.prototype, "protocol", "file:");
    forge(Object.prototype, "protocol", "file:");
    tried(() => Object.setPrototypeOf(location, disk));
    tried(() => Object.assign(location, { valueOf: () => "file:" }));
  },
  "document, window and globalThis forged": () => {
    for (const name of ["document", "window", "self", "top", "globalThis"]) forge(window, name, { location: disk, all: undefined });
  },
  "prototypes of values": () => {
    for (const name of ["valueOf", "toString", Symbol.toPrimitive]) forge(String.prototype, name, () => "file:");
    for (const kind of [Array, Object, String]) {
      for (const place of [0, 1, 2]) tried(() => Object.defineProperty(kind.prototype, place, { configurable: true, set: saw }));
    }
  },
  "a getter that asks who calls": () => {
    const ask = spy();
    tried(() => Object.defineProperty(document, "all", { configurable: true, get: ask }));
    for (const name of ["tracuuShard", "location"]) tried(() => Object.defineProperty(window, name, { configurable: true, get: ask }));
    tried(() => Object.defineProperty(Document.prototype, "currentScript", { configurable: true, get: ask }));
    tried(() => Object.defineProperty(Function.prototype, "call", { configurable: true, value: ask }));
  },
  "base": () => {
    const base = document.createElement("base");
    base.href = "file:///";
    document.head.append(base);
  },
  "currentScript": () => {
    forge(Document.prototype, "currentScript", { src: "file:///search/manifest.js" });
    forge(document, "currentScript", { src: "file:///search/manifest.js" });
  },
  "an address from history": () => {
    for (const address of ["file:///x", "//file:/x", "/file:/"]) tried(() => history.replaceState(null, "", address));
  },
  "a proxy among the prototypes": () => {
    for (const object of [window, Window.prototype, EventTarget.prototype, Object.prototype]) {
      const watched = new Proxy(Object.getPrototypeOf(object) ?? {}, {
        has: (before, key) => (saw(String(key)), Reflect.has(before, key)),
        get: (before, key, receiver) => (saw(String(key)), Reflect.get(before, key, receiver)),
      });
      tried(() => Object.setPrototypeOf(object, watched));
      tried(() => { object.__proto__ = watched; });
    }
  },
};

/** Preparations in a worker, where location can be redefined. */
const workerAttempts = {
  "location and document forged": () => {
    forge(self, "location", disk);
    forge(self, "window", self);
    const values = [undefined, null, 0, "", false, NaN, () => {}, new Proxy(() => {}, {}), { [Symbol.toPrimitive]: () => undefined }];
    let turn = 0;
    forge(self, "document", { get all() { return values[turn++ % values.length]; } });
    return values.length;
  },
  "a getter that asks who calls": () => {
    const ask = spy();
    forge(self, "location", disk);
    Object.defineProperty(self, "document", { configurable: true, get: () => ({ get all() { return ask(); } }) });
  },
  "lexical declarations": () => {
    (0, eval)('globalThis.tried = 1; var window = self;');
    forge(self, "location", disk);
    forge(self, "document", { all: undefined });
  },
};
