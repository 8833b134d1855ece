/**
 * Whether nobody would see anything of a text: nothing but white space, control characters and characters that are not drawn
 * (Unicode: Default_Ignorable_Code_Point; U+2800 is a braille cell without dots).
 */
export const isBlank = (text: string): boolean => !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
