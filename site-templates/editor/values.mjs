// Values of front matter as the server writes them: texts, truths, null and lists stand for themselves, a number is
// {"number": "3"} and a mapping {"fields": [["name", value], …]}.

export const isNumber = (value) => value !== null && typeof value === "object" && "number" in value;
export const isMapping = (value) => value !== null && typeof value === "object" && "fields" in value;
export const isList = (value) => Array.isArray(value);
export const isScalar = (value) => value !== undefined && !isList(value) && !isMapping(value);

/** A scalar as it stands in an input. */
export const textOf = (value) => {
  if (value === undefined || value === null) return "";
  return isNumber(value) ? value.number : String(value);
};

/** The value of a field of a mapping; undefined where it has none. */
export const fieldOf = (mapping, name) => (isMapping(mapping) ? mapping.fields.find(([key]) => key === name)?.[1] : undefined);

export const areSame = (a, b) => {
  if (a === undefined || b === undefined || a === null || b === null) return a === b;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => areSame(item, b[index]));
  if (isMapping(a)) {
    return isMapping(b) && a.fields.length === b.fields.length && a.fields.every(
      ([name, value]) => areSame(value, fieldOf(b, name)),
    );
  }
  if (isNumber(a)) return isNumber(b) && a.number === b.number;
  return a === b;
};

/** What was typed, as a value of a field's shape; undefined for nothing. */
export const valueOf = (text, shape) => {
  const typed = text.normalize("NFC");
  if (!typed.trim()) return undefined;
  const isDigits = /^[0-9]+$/.test(typed.trim());
  if ((shape.type === "integer" || shape.type === "date") && isDigits) return { number: typed.trim() };
  if (shape.type === "decimal" && /^[0-9]+(\.[0-9]+)?$/.test(typed.trim())) return { number: typed.trim() };
  if (shape.type === "truth" && /^(true|false)$/.test(typed)) return typed === "true";
  return typed;
};

/** The path of something below a path, as the server writes it. */
export const below = (path, step) => {
  if (typeof step === "number") return `${path}[${step}]`;
  if (step === "" || /[.[\]"]/.test(step)) return `${path}["${step.replace(/["\\]/g, "\\$&")}"]`;
  return path ? `${path}.${step}` : step;
};

const stepPattern = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\.?([^.[\]"]+)/gy;

/** The steps of a written path. */
export const stepsOf = (path) =>
  [...path.matchAll(stepPattern)].map(
    ([, index, quoted, name]) => (index !== undefined ? Number(index) : (name ?? quoted.replace(/\\(.)/g, "$1"))),
  );
