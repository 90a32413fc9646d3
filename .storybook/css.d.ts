/** Style sheets that the preview imports for their effect. */
declare module '*.css';
