import { Arg, Authorized, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Service } from 'typedi';
import { Permission } from '../security/permission';
import { Contract } from './contract.type';
import { ContractService } from './contract.service';
import { Salary } from './salary.type';

@Service()
@Resolver(() => Contract)
export class ContractResolver {
  constructor(private readonly contracts: ContractService) {}

  @Authorized(Permission.ReadStaff)
  @Query(() => [Contract])
  departmentContracts(@Arg('departmentId', () => ID) departmentId: string): Promise<Contract[]> {
    return this.contracts.findByDepartment(departmentId);
  }

  @Authorized(Permission.ReadStaff)
  @Query(() => Contract, { nullable: true })
  contract(@Arg('id', () => ID) id: string): Promise<Contract | null> {
    return this.contracts.findById(id);
  }

  @Authorized(Permission.ReadSalaries)
  @FieldResolver(() => Salary, { nullable: true })
  async salary(@Root() contract: Contract): Promise<Salary | null> {
    return this.contracts.salaryOf(contract.id);
  }

  @FieldResolver(() => Boolean)
  fixedTerm(@Root() contract: Contract): boolean {
    return contract.endsOn !== null;
  }
}
