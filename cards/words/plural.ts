/** `1 casus`, `2 casussen` */
export const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
