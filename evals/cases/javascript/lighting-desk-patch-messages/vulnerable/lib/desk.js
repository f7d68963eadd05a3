'use strict';

const { EventEmitter } = require('events');
const setIn = require('./set-in');

class Desk extends EventEmitter {
  constructor(scenes) {
    super();
    this.scenes = scenes;
  }

  replaceScene(id, scene) {
    if (!this.scenes.has(id)) return false;
    this.scenes.set(id, scene);
    this.emit('changed', id);
    return true;
  }

  /** patchScene('finale', 'washes.left.level', 80) */
  patchScene(id, path, level) {
    const scene = this.scenes.get(id);
    if (!scene) return false;
    setIn(scene, path, level);
    this.emit('changed', id);
    return true;
  }
}

module.exports = Desk;
