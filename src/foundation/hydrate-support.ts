/* A module of its own, because a bundler moves an import of another package behind those of this one. */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
