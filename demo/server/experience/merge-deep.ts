type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** `patch` laid over `base`, object by object. What `patch` leaves empty keeps the value of `base`. */
export const mergeDeep = (base: Tree, patch: Tree): Record<string, unknown> => {
  const merged: Record<string, unknown> = { ...base };

  for (const [key, value] of Object.entries(patch)) {
    if (!isEmpty(value)) {
      const current = merged[key];

      merged[key] = isTree(current) && isTree(value) ? mergeDeep(current, value) : value;
    }
  }

  return merged;
};
