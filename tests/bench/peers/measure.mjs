// One library, one trace, one round: the work of bench_text, and the same names in the JSON that it prints.
//   node --expose-gc measure.mjs LIBRARY TRACE [memory | no-remote]
// "memory" measures that alone, in a process that keeps nothing else.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// Each library: make a document, edit it (one transaction), hand out what an edit gives others, take that,
// save and load. `saves` are all forms that keep the whole history; the smallest counts as its size, and
// the fastest as its load.
const libraries = {
  async yjs() {
    const Y = await import("yjs");
    // Without gc: deleted text stays, as it does in the others.
    const make = (agent) => {
      const doc = new Y.Doc({ gc: false });
      // Chance would decide who comes first where two type at one place; as the trace has it, the first does.
      if (agent !== undefined) doc.clientID = agent + 1;
      return { doc, text: doc.getText("t") };
    };
    const edit = (d, [at, deleted, inserted]) => {
      if (deleted > 0) d.text.delete(at, deleted);
      if (inserted !== "") d.text.insert(at, inserted);
    };
    return {
      make,
      edit: (d, patch) => d.doc.transact(() => edit(d, patch)),
      editAll: (d, patches) => d.doc.transact(() => patches.forEach((patch) => edit(d, patch))),
      listen: (d, take) => d.doc.on("update", (update, origin) => origin !== "remote" && take(update)),
      receive: (d, update) => Y.applyUpdate(d.doc, update, "remote"),
      read: (d) => d.text.toString(),
      saves: [(d) => Y.encodeStateAsUpdate(d.doc), (d) => Y.encodeStateAsUpdateV2(d.doc)],
      loads: [Y.applyUpdate, Y.applyUpdateV2].map((apply) => (bytes) => {
        const d = make();
        apply(d.doc, bytes);
        return d;
      }),
    };
  },
  async loro() {
    const { LoroDoc } = await import("loro-crdt");
    const make = () => {
      const doc = new LoroDoc();
      return { doc, text: doc.getText("t") };
    };
    const edit = (d, [at, deleted, inserted]) => {
      if (deleted > 0) d.text.delete(at, deleted);
      if (inserted !== "") d.text.insert(at, inserted);
    };
    const load = (bytes) => {
      const d = make();
      d.doc.import(bytes);
      return d;
    };
    return {
      make,
      edit: (d, patch) => (edit(d, patch), d.doc.commit()),
      editAll: (d, patches) => (patches.forEach((patch) => edit(d, patch)), d.doc.commit()),
      listen: (d, take) => d.doc.subscribeLocalUpdates(take),
      receive: (d, update) => d.doc.import(update),
      read: (d) => d.text.toString(),
      saves: [(d) => d.doc.export({ mode: "snapshot" }), (d) => d.doc.export({ mode: "update" })],
      loads: [load, load],
    };
  },
  async automerge() {
    const A = await import("@automerge/automerge");
    // All documents begin with the same change, which makes the text.
    const first = A.save(A.from({ text: "" }));
    const edit = (root, [at, deleted, inserted]) => A.splice(root, ["text"], at, deleted, inserted);
    return {
      make: () => ({ doc: A.load(first) }),
      edit(d, patch) {
        d.doc = A.change(d.doc, (root) => edit(root, patch));
        d.take?.(A.getLastLocalChange(d.doc));
      },
      editAll(d, patches) {
        d.doc = A.change(d.doc, (root) => patches.forEach((patch) => edit(root, patch)));
      },
      listen: (d, take) => (d.take = take),
      receive: (d, update) => ([d.doc] = A.applyChanges(d.doc, [update])),
      read: (d) => d.doc.text,
      saves: [(d) => A.save(d.doc)],
      loads: [(bytes) => ({ doc: A.load(bytes) })],
    };
  },
};

// Positions count code points, the libraries' UTF-16 units: what lies beyond the first plane is replaced by
// one character of the first, for all of them alike.
const flat = (text) => text.replace(/[\u{10000}-\u{10FFFF}]/gu, "\uFFFC");

function readTrace(file) {
  const raw = readFileSync(file);
  const trace = JSON.parse(raw[0] === 0x1f ? gunzipSync(raw) : raw);
  const transactions = trace.txns.map(({ parents, agent, patches }, i) => ({
    parents: parents ?? (i > 0 ? [i - 1] : []),
    agent: agent ?? 0,
    patches: patches.map(([at, deleted, inserted]) => [at, deleted, flat(inserted)]),
  }));
  if (trace.startContent) transactions[0].patches.unshift([0, 0, flat(trace.startContent)]);
  return { transactions, agents: trace.numAgents ?? 1, end: flat(trace.endContent) };
}

// Everybody types on a document of their own, and takes from the others what they had seen by then.
function replay(library, trace, keep) {
  const updates = trace.transactions.map(() => []);
  let current = 0;
  const fresh = (agent) => {
    const d = library.make(agent);
    if (keep) library.listen(d, (update) => updates[current].push(update));
    return d;
  };
  const open = (_, agent) => ({ agent, d: fresh(agent), seen: new Uint8Array(trace.transactions.length), heads: [] });
  const catchUp = (person, parents) => {
    const missing = new Set();
    const met = new Set();
    const gather = () => {
      const stack = [...parents];
      while (stack.length > 0) {
        const at = stack.pop();
        met.add(at);
        if (person.seen[at] || missing.has(at)) continue;
        missing.add(at);
        stack.push(...trace.transactions[at].parents);
      }
    };
    gather();
    if (!person.heads.every((head) => met.has(head))) {
      // Went back to an earlier state.
      person.d = fresh(person.agent);
      person.seen.fill(0);
      missing.clear();
      gather();
    }
    for (const at of [...missing].sort((a, b) => a - b)) {
      for (const update of updates[at]) library.receive(person.d, update);
      person.seen[at] = 1;
    }
  };
  const people = Array.from({ length: trace.agents }, open);
  trace.transactions.forEach(({ parents, agent, patches }, i) => {
    const person = people[agent];
    if (trace.agents > 1) catchUp(person, parents);
    current = i;
    for (const patch of patches) library.edit(person.d, patch);
    person.seen[i] = 1;
    person.heads = [i];
  });
  const person = people[trace.transactions.at(-1).agent];
  if (trace.agents > 1) catchUp(person, trace.transactions.keys());
  return { d: person.d, updates: updates.flat() };
}

function timed(work) {
  globalThis.gc();
  const start = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}

function check(library, d, trace, what) {
  if (library.read(d) !== trace.end) throw new Error(what + ": not the trace's text");
}

const [name, file, mode] = process.argv.slice(2);
const library = await libraries[name]();
const trace = readTrace(file);

if (mode === "memory") {
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const { d } = replay(library, trace, trace.agents > 1);
  globalThis.gc();
  console.log(JSON.stringify({ memory: process.memoryUsage().rss - before, read: library.read(d).length }));
  process.exit(0);
}

const result = {};
let made;
[result.type_ms, made] = timed(() => replay(library, trace, true));
check(library, made.d, trace, "replay");
if (trace.agents === 1) {
  const patches = trace.transactions.flatMap((transaction) => transaction.patches);
  const [ms, d] = timed(() => {
    const d = library.make();
    library.editAll(d, patches);
    return d;
  });
  check(library, d, trace, "one transaction");
  result.type_once_ms = ms;
}
if (mode !== "no-remote") {
  const [ms, d] = timed(() => {
    const d = library.make();
    for (const update of made.updates) library.receive(d, update);
    return d;
  });
  check(library, d, trace, "remote");
  result.remote_ms = ms;
}
const middle = Math.floor(trace.end.length / 2);
library.saves.forEach((save, i) => {
  const [encode, bytes] = timed(() => save(made.d));
  // Loaded means that it can be read and edited.
  const [load, loaded] = timed(() => {
    const d = library.loads[i](bytes);
    library.read(d);
    library.edit(d, [middle, 0, "!"]);
    return d;
  });
  if (library.read(loaded).length !== trace.end.length + 1) throw new Error("load: not the trace's text");
  if (bytes.length < (result.bytes ?? Infinity)) Object.assign(result, { bytes: bytes.length, encode_ms: encode });
  result.load_ms = Math.min(load, result.load_ms ?? Infinity);
});
console.log(JSON.stringify(result));
process.exit(0);
