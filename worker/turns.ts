/** Lets other visitors have their turn between two pieces of long work. */
export const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
