// Loads data files for pages that were opened from disk, where browsers refuse fetch but run scripts. Over http nobody loads it.
"use strict";

(() => {
  /** What scripts handed over that run now, by name; and what they will have handed over. */
  const held = {};
  const coming = {};
  globalThis.tracuuShard = (name, value) => { held[name] = value; };

  /** Runs a script for what it hands over; one that is damaged hands over nothing. */
  const load = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => {
      script.remove();
      if (Object.hasOwn(held, name)) resolve(held[name]);
      else reject(name);
    };
    setTimeout(reject, 20000, name);
    script.src = `${tracuu.root}${encodeURI(name)}.js`;
    document.head.append(script);
  });

  /** Whoever asks for a script that is on its way waits for the same. Nothing is kept: a bundle holds much that nobody needs. */
  const run = (name) => (coming[name] ??= load(name).finally(() => {
    delete coming[name];
    delete held[name];
  }));

  /** What a data file holds, by itself or among those of a bundle. */
  tracuu.shardOnDisk = async (name, bundle) => {
    if (!bundle) return run(name);
    const shards = await run(bundle);
    if (!Object.hasOwn(shards, name)) throw name;
    return shards[name];
  };
})();
