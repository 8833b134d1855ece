import { base } from './base.ts';
import { buttons } from './buttons.ts';
import { content } from './content.ts';
import { controls } from './controls.ts';
import { page } from './page.ts';
import { tokens } from './tokens.ts';

/** Style sheets that the root element installs, before those of the elements. */
export const theme = [tokens, base, controls, buttons, content, page];
