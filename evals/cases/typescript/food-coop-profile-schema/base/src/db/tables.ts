import { integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const memberRole = pgEnum('member_role', ['member', 'packer', 'treasurer']);

export const members = pgTable('members', {
  id: uuid('id').primaryKey().defaultRandom(),
  displayName: text('display_name').notNull(),
  phone: text('phone'),
  pickupSlot: text('pickup_slot').notNull().default('friday-evening'),
  role: memberRole('role').notNull().default('member'),
  balanceCents: integer('balance_cents').notNull().default(0),
  joinedAt: timestamp('joined_at').notNull().defaultNow(),
});
