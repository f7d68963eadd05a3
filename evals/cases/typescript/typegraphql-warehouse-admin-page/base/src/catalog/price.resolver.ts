import { Arg, Authorized, Ctx, Field, Float, ID, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { Service } from 'typedi';
import { Max, Min } from 'class-validator';
import type { GraphContext } from '../context';
import { Price } from './price.entity';
import { PriceService } from './price.service';

@InputType()
class SetPriceInput {
  @Field(() => ID)
  articleId!: string;

  @Field(() => Float)
  @Min(0)
  @Max(100_000)
  net!: number;
}

@Service()
@Resolver(() => Price)
export class PriceResolver {
  constructor(private readonly prices: PriceService) {}

  // the price list is public
  @Query(() => Price, { nullable: true })
  price(@Arg('articleId', () => ID) articleId: string): Promise<Price | null> {
    return this.prices.findByArticle(articleId);
  }

  @Authorized('ADMIN')
  @Mutation(() => Price)
  async setPrice(@Arg('input') input: SetPriceInput, @Ctx() ctx: GraphContext): Promise<Price> {
    ctx.log.info({ articleId: input.articleId, net: input.net }, 'price set');
    return this.prices.set(input.articleId, input.net);
  }

  @Authorized('ADMIN')
  @Mutation(() => Boolean)
  async removePrice(@Arg('articleId', () => ID) articleId: string, @Ctx() ctx: GraphContext): Promise<boolean> {
    ctx.log.info({ articleId }, 'price removed');
    return this.prices.remove(articleId);
  }
}
