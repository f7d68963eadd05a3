import type { MealPlan, PrismaClient } from '@prisma/client'

export class PlanStore {
  constructor(private readonly prisma: PrismaClient) {}

  ofUser(ownerId: string): Promise<MealPlan[]> {
    return this.prisma.mealPlan.findMany({ where: { ownerId }, orderBy: { createdAt: 'desc' } })
  }

  async rename(planId: string, ownerId: string, name: string): Promise<boolean> {
    const { count } = await this.prisma.mealPlan.updateMany({ where: { id: planId, ownerId }, data: { name } })
    return count === 1
  }
}
