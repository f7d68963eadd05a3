import { Controller, UsePipes, ValidationPipe } from '@nestjs/common';
import { Ctx, MessagePattern, Payload, RmqContext } from '@nestjs/microservices';
import { CreateRecipeDto } from './create-recipe.dto';
import { RecipesService } from './recipes.service';

/** Recipes that readers have sent in on the web site. */
@Controller()
@UsePipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }))
export class RecipesConsumer {
  constructor(private readonly recipes: RecipesService) {}

  @MessagePattern('recipe.submitted')
  async submitted(@Payload() dto: CreateRecipeDto, @Ctx() context: RmqContext): Promise<void> {
    await this.recipes.addToReview(dto);
    context.getChannelRef().ack(context.getMessage());
  }
}
