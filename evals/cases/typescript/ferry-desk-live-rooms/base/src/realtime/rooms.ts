export const userRoom = (userId: string): string => `user:${userId}`;
