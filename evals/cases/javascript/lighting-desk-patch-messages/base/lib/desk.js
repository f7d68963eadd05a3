'use strict';

const { EventEmitter } = require('events');

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
}

module.exports = Desk;
