/** The manifest as the test server serves it: see `jsonModules` in web-test-runner.config.js. */
declare module '*/custom-elements.json.js' {
  interface Described {
    name: string;
    description?: string;
    type?: { text: string };
  }
  interface Member extends Described {
    kind: 'field' | 'method';
    attribute?: string;
    default?: string;
    reflects?: boolean;
  }
  interface Attribute extends Described {
    fieldName: string;
    default?: string;
  }
  interface Declaration extends Described {
    customElement?: true;
    tagName: string;
    members?: Member[];
    attributes?: Attribute[];
    events?: Described[];
    slots?: Described[];
    cssParts?: Described[];
    cssProperties?: Described[];
    cssStates?: Described[];
  }
  const manifest: { modules: { path: string; declarations: Declaration[] }[] };
  export default manifest;
}
