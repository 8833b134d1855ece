/** Files that people uploaded. In memory, the newest hundred. */
export interface Assets {
  find(name: string): Asset | undefined;
  add(name: string, asset: Asset): void;
}

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const createAssets = (): Assets => {
  const assets = new Map<string, Asset>();

  return {
    find: (name) => assets.get(name),
    add(name, asset) {
      assets.set(name, asset);
      const [oldest] = assets.keys();

      if (assets.size > 100 && oldest !== undefined) {
        assets.delete(oldest);
      }
    },
  };
};
