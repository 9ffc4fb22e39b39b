export { RichText, default as Note } from './RichText';
