/** Title and icons of the document, for a page that is ours alone. */
export interface DocumentMeta {
  setTitle(title: string): void;
  /** Undefined: the page's own icon stays. */
  setIcon(url: string | undefined): void;
}

export function browserDocumentMeta(page: Document = document): DocumentMeta {
  const linkOf = (rel: string): HTMLLinkElement => {
    const known = page.head.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
    if (known) return known;
    const link = page.createElement('link');
    link.rel = rel;
    page.head.append(link);
    return link;
  };
  return {
    setTitle: (title) => void (page.title = title),
    setIcon(url) {
      if (!url) return;
      page.head.querySelector('link[rel="icon"]')?.remove();
      for (const rel of ['shortcut icon', 'apple-touch-icon']) linkOf(rel).href = url;
    },
  };
}
