/** The public door `clinic-elements/leads`: what a lead is, for browsers and for servers. */
export * from './lead.js';
