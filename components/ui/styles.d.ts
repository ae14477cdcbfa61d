/** A style sheet that the bundler takes along. */
declare module '*.css';
