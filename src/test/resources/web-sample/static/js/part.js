export const word = "größe";
