import type DataLoader from 'dataloader';
import type { Salary } from './contracts/salary.type';
import type { Permission } from './security/permission';

export interface GraphContext {
  userId: string;
  permissions: ReadonlySet<Permission>;
  loaders: {
    salaryByContract: DataLoader<string, Salary | null>;
  };
}
