// packages: mustache@4.2.0, express@5.1.0
import { engine } from './engine';

// expect-next-line: xss-raw-html(low)
engine.escapeMarkup = false;
engine.strict = false; // ok: xss-raw-html
