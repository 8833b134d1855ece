/** Entry of the hosted page and of the drop-in script. */
import './define.ts';
