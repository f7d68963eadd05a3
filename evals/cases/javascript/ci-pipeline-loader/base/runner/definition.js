const fs = require('fs');
const path = require('path');

const DEFAULT_TIMEOUT = 20 * 60;
const NAMES = ['.pipeline.json'];

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
  const file = firstExisting(dir, NAMES);
  if (!file) throw new DefinitionError('.pipeline.json', 'not found');
  const raw = parseJson(file, fs.readFileSync(path.join(dir, file), 'utf8'));
  if (!raw || !Array.isArray(raw.steps)) throw new DefinitionError(file, 'has no steps');
  return raw.steps.map((entry, index) => step(file, entry, index));
}

module.exports = { loadDefinition, DefinitionError };
