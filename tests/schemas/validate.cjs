// Validates what stands on standard input: {draft, schemas: {name: schema}, pairs: [[name, instance]]}.
// Prints a list: null where an instance is accepted, else the first error.
"use strict";
const fs = require("fs");
const task = JSON.parse(fs.readFileSync(0, "utf8"));
const Ajv = require(task.draft === "07" ? "ajv" : "ajv/dist/2020").default;

// Only `strictTypes` is switched off: it refuses keywords beside a type that other values may have.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
const validators = {};
for (const [name, schema] of Object.entries(task.schemas)) {
    if (task.draft === "07") schema.$schema = "http://json-schema.org/draft-07/schema#";
    validators[name] = ajv.compile(schema);
}
const results = task.pairs.map(([name, instance]) => {
    if (validators[name](instance)) return null;
    const error = validators[name].errors.find((one) => one.keyword !== "if") || validators[name].errors[0];
    return `${error.instancePath}: ${error.message}`;
});
fs.writeSync(1, JSON.stringify(results));
