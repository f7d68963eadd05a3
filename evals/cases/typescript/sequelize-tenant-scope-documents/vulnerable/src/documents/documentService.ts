import { Document } from '../models/document';
import { DocumentVersion } from '../models/documentVersion';
import { NotFound } from '../errors';

export interface Caller {
  userId: string;
  tenantId: string;
}

export class DocumentService {
  async list({ tenantId }: Caller): Promise<Document[]> {
    return Document.findAll({ where: { tenantId }, order: [['title', 'ASC']], limit: 200 });
  }

  async get(id: string, caller: Caller): Promise<Document> {
    const document = await Document.findByPk(id, {
      include: [
        { model: DocumentVersion, as: 'versions', separate: true, order: [['number', 'DESC']], limit: 1 },
        { association: 'owner', attributes: ['id', 'name'] },
      ],
    });
    if (!document) throw new NotFound('document');
    await document.increment('views', { silent: true });
    return document;
  }

  async versions(id: string, caller: Caller): Promise<DocumentVersion[]> {
    const document = await this.get(id, caller);
    return DocumentVersion.findAll({ where: { documentId: document.id }, order: [['number', 'DESC']] });
  }
}
