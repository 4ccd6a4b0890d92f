// Which values the controls of a form can show.
import { isList, isMapping, isScalar, textOf } from "./values.mjs";

/** Whether a value can be shown by controls of a shape. */
export const fits = (value, shape) => {
  if (value === undefined || value === null) return true;
  switch (shape.type) {
    case "list":
      return isList(value) ? value.every((item) => item !== null && fits(item, shape.one)) : fits(value, shape.one);
    case "fields":
      return isMapping(value) && value.fields.every(([name, inner]) => fitsField(name, inner, shape.fields));
    case "list-of-fields":
      return isList(value) && value.every(
        (item) => isMapping(item) && item.fields.every(([name, inner]) => fitsField(name, inner, shape.fields)),
      );
    case "named":
      return isMapping(value) && value.fields.every(([, inner]) => inner !== null && fits(inner, shape.one));
    case "either":
      return (isScalar(value) && textOf(value) === shape.word) || fits(value, shape.one);
    case "raw":
      return false;
    default:
      return isScalar(value);
  }
};

const fitsField = (name, value, fields) => {
  const field = fields.find(({ key }) => key === name);
  return field !== undefined && fits(value, field.shape);
};
