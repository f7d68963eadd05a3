import { HttpService } from '@nestjs/axios';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { Job } from 'bullmq';
import { firstValueFrom } from 'rxjs';
import { createHash } from 'node:crypto';
import type { Contact } from './contact.entity';
import { ContactsRepository } from './contacts.repository';
import { PhotoStore } from './photo.store';

const CRM_FILES = 'https://files.crm-cloud.example';

interface PhotoJob {
  contactId: string;
}

@Processor('contact-photos')
export class PhotoProcessor extends WorkerHost {
  private readonly logger = new Logger(PhotoProcessor.name);

  constructor(
    private readonly http: HttpService,
    private readonly contacts: ContactsRepository,
    private readonly store: PhotoStore,
  ) {
    super();
  }

  async process(job: Job<PhotoJob>): Promise<void> {
    const contact = await this.contacts.get(job.data.contactId);
    const address = this.photoAddress(contact);
    const image = await this.download(address);
    if (image) await this.store.put(contact.id, image);
  }

  /** A photo of the imported spreadsheet row comes before Gravatar. */
  private photoAddress(contact: Contact): URL {
    const imported = contact.importedFields?.photo_url;
    if (imported && URL.canParse(imported)) {
      const url = new URL(imported);
      if (url.origin === CRM_FILES) return url;
    }
    const hash = createHash('sha256').update(contact.email.trim().toLowerCase()).digest('hex');
    return new URL(`https://gravatar.com/avatar/${hash}?s=256&d=404`);
  }

  private async download(url: URL): Promise<Buffer | null> {
    const response = await firstValueFrom(
      this.http.get<ArrayBuffer>(url.href, {
        responseType: 'arraybuffer',
        timeout: 5000,
        maxRedirects: 0,
        maxContentLength: 2_000_000,
        validateStatus: (status) => status < 500,
      }),
    );
    return response.status === 200 ? Buffer.from(response.data) : null;
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<PhotoJob>, error: Error): void {
    this.logger.warn(`photo of contact ${job.data.contactId}: ${error.name}`);
  }
}
