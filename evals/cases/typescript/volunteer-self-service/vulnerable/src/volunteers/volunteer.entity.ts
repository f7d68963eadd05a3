import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity()
export class Volunteer {
  @PrimaryKey()
  id!: number;

  @Property({ unique: true })
  email!: string;

  @Property()
  phone = '';

  @Property()
  town = '';

  @Property()
  emergencyContact = '';

  /** helper, team lead, coordinator: given by the office */
  @Property()
  role = 'helper';

  /** police check passed */
  @Property()
  cleared = false;
}
