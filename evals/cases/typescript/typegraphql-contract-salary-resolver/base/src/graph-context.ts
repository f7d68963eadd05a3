import type { Permission } from './security/permission';

export interface GraphContext {
  userId: string;
  permissions: ReadonlySet<Permission>;
}
