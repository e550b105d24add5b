/** The part of jsonld that the tests use; the package has no types of its own. */
declare module 'jsonld' {
  export interface Quad {
    readonly subject: { readonly value: string };
    readonly predicate: { readonly value: string };
    readonly object: {
      readonly value: string;
      readonly termType: string;
      readonly datatype?: { readonly value: string };
    };
  }
  const jsonld: {
    toRDF(document: unknown, options?: { documentLoader?: (url: string) => Promise<never> }): Promise<readonly Quad[]>;
  };
  export default jsonld;
}
