// The same provisioner as provision.cpp, through flowc.h: node provision.cjs FILE.flow.yaml
// It calls the library by koffi (npm install koffi). FLOWC_LIBRARY names it, where it is not installed.
const {readFileSync} = require('node:fs');
const koffi = require('koffi');

const instance = 'arn:aws:connect:eu-central-1:111122223333:instance/7c1d5a1e-3f0b-4b0e-9a51-52c3a6f4e801/';
// Stands for the inventory of an instance; a real provisioner asks the service, once a kind.
const inventory = {
  queue: {Repairs: instance + 'queue/0b6a4f53-8d52-4c1e-b7f1-1f6f2e6d1001'},
  hours: {Workshop: instance + 'operating-hours/3c4d5e6f-1a2b-4c3d-9e8f-7a6b5c4d4001'},
  flow: {Waiting: instance + 'contact-flow/9d7c3b1a-4e5f-4a6b-8c7d-6e5f4a3b3001'},
};

const library = koffi.load(process.env.FLOWC_LIBRARY ?? 'libflowc.so');
const flowc_free = library.func('void flowc_free(void *result)');
koffi.disposable('Result', 'str', flowc_free);  // becomes a string, and is freed
const flowc_compile = library.func(
    'int flowc_compile(const void *text, size_t text_length, const void *options, size_t options_length, ' +
    '_Out_ Result *result, _Out_ size_t *result_length)');
if (library.func('int flowc_abi_version()')() !== 1) throw new Error("this program was written for version 1 of flowc's C ABI");

/** What became of `text`, a Buffer: {findings: […], flows: […]}. Throws where the call itself is wrong. */
function compileFlows(text, options) {
  const json = Buffer.from(JSON.stringify(options));
  const result = [null];
  const status = flowc_compile(text, text.length, json, json.length, result, [0]);
  if (result[0] === null) throw new Error('out of memory');
  const answer = JSON.parse(result[0]);
  if (status > 1) throw new Error(answer.error);
  return answer;
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) {
  console.error('usage: provision.cjs FILE.flow.yaml');
  process.exit(3);
}
let text;
try {
  text = readFileSync(path);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const {findings, flows} = compileFlows(text, {file: path, target: 'api', environment: inventory});
for (const found of findings) {
  const {file, line, column, severity, message, rule} = found;
  console.error(`${file}:${line}:${column}: ${severity}: ${message} [${rule}]`);
}
for (const {resources, json} of flows) {
  for (const {kind, name} of resources) console.log('needs', kind, name);
  process.stdout.write(json);
}
process.exitCode = findings.some(({severity}) => severity === 'error') ? 1 : 0;
