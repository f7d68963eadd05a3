import type { MealPlan, PrismaClient } from '@prisma/client'

export interface PlanPatch {
  name?: string
  pinned?: boolean
}

export class PlanStore {
  constructor(private readonly prisma: PrismaClient) {}

  ofUser(ownerId: string): Promise<MealPlan[]> {
    return this.prisma.mealPlan.findMany({ where: { ownerId }, orderBy: { createdAt: 'desc' } })
  }

  /** P2025 is turned into a 404 by the error handler. */
  patch(planId: string, ownerId: string, { name, pinned }: PlanPatch): Promise<MealPlan> {
    return this.prisma.mealPlan.update({
      where: { id: planId, ownerId },
      data: { name, pinned },
    })
  }
}
