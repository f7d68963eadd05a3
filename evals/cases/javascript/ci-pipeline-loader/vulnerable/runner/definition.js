const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');

const DEFAULT_TIMEOUT = 20 * 60;
const NAMES = ['.pipeline.json'];
const YAML_NAMES = ['.pipeline.yml', '.pipeline.yaml'];

class DefinitionError extends Error {
  constructor(file, problem) {
    super(`${file}: ${problem}`);
    this.file = file;
  }
}

const firstExisting = (dir, names) => names.find((name) => fs.existsSync(path.join(dir, name)));

function parseJson(file, text) {
  try {
    return JSON.parse(text);
  } catch (err) {
    throw new DefinitionError(file, err.message);
  }
}

function parseYaml(file, text) {
  try {
    return yaml.load(text, { filename: file });
  } catch (err) {
    throw new DefinitionError(file, err.reason || err.message);
  }
}

function step(file, raw, index) {
  if (!raw || typeof raw.image !== 'string' || !Array.isArray(raw.commands)) {
    throw new DefinitionError(file, `step ${index + 1} needs an image and commands`);
  }
  return {
    name: String(raw.name || `step-${index + 1}`),
    image: raw.image,
    commands: raw.commands.map(String),
    timeout: Number(raw.timeout) || DEFAULT_TIMEOUT,
  };
}

/** The steps of the checked-out commit in `dir`; they run later, each in a container of its own. */
function loadDefinition(dir) {
  const file = firstExisting(dir, [...YAML_NAMES, ...NAMES]);
  if (!file) throw new DefinitionError('.pipeline.yml', 'not found');
  const parse = YAML_NAMES.includes(file) ? parseYaml : parseJson;
  const raw = parse(file, fs.readFileSync(path.join(dir, file), 'utf8'));
  if (!raw || !Array.isArray(raw.steps)) throw new DefinitionError(file, 'has no steps');
  return raw.steps.map((entry, index) => step(file, entry, index));
}

module.exports = { loadDefinition, DefinitionError };
