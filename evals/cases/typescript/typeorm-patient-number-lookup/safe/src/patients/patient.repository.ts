import { DataSource, Repository } from 'typeorm';
import { FieldCipher } from '../crypto/field-cipher';
import { Patient } from './patient.entity';

export interface NewPatient {
  practiceId: number;
  name: string;
  insuranceNumber: string;
}

export class PatientRepository {
  private readonly rows: Repository<Patient>;

  constructor(
    source: DataSource,
    private readonly cipher: FieldCipher,
  ) {
    this.rows = source.getRepository(Patient);
  }

  async add({ insuranceNumber, ...rest }: NewPatient): Promise<Patient> {
    return this.rows.save({
      ...rest,
      insuranceNumber: this.cipher.encrypt(insuranceNumber),
      lookup: this.cipher.lookupTag(insuranceNumber),
    });
  }

  findByInsuranceNumber(practiceId: number, number: string): Promise<Patient | null> {
    return this.rows.findOneBy({ practiceId, lookup: this.cipher.lookupTag(number) });
  }

  async insuranceNumber(practiceId: number, id: number): Promise<string> {
    const row = await this.rows.findOneByOrFail({ practiceId, id });
    return this.cipher.decrypt(row.insuranceNumber);
  }
}
