import { model, models, Schema, type Model, type Types } from 'mongoose';

export interface TicketDocument {
  workspace: Types.ObjectId;
  subject: string;
  status: 'open' | 'waiting' | 'closed';
  priority: number;
  assignee?: Types.ObjectId;
  channel: 'email' | 'chat' | 'phone';
  internalNotes: string[];
  createdAt: Date;
  updatedAt: Date;
}

const schema = new Schema<TicketDocument>(
  {
    workspace: { type: Schema.Types.ObjectId, required: true, index: true },
    subject: { type: String, required: true, maxlength: 300 },
    status: { type: String, enum: ['open', 'waiting', 'closed'], default: 'open' },
    priority: { type: Number, min: 1, max: 4, default: 3 },
    assignee: { type: Schema.Types.ObjectId, ref: 'Agent' },
    channel: { type: String, enum: ['email', 'chat', 'phone'], required: true },
    internalNotes: [String],
  },
  { timestamps: true },
);

schema.index({ workspace: 1, status: 1, updatedAt: -1 });

export const Ticket: Model<TicketDocument> = models.Ticket ?? model<TicketDocument>('Ticket', schema);
