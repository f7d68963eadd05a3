import createError from 'http-errors';
import { Treatment } from './model.js';

export function treatmentService({ clock = () => new Date() } = {}) {
  return {
    list: (stable, { horse, limit = 50 } = {}) =>
      Treatment.find({ stable, ...(horse && { horse }) })
        .sort({ givenAt: -1 })
        .limit(limit)
        .lean(),

    async record(stable, { horse, drug, dose, notes }) {
      const doc = await Treatment.create({ stable, horse, drug, dose, notes, givenAt: clock() });
      return doc.id;
    },

    async get(stable, id) {
      const treatment = await Treatment.findOne({ _id: id, stable }).populate('vet', 'name').lean();
      if (!treatment) throw createError(404);
      return treatment;
    },
  };
}
