/**
 * Reads the API's reference from its types and comments. ts-morph brings a compiler of its own, whose
 * interface is stable; that of the compiler which checks this project is not yet.
 */
import { fileURLToPath } from 'node:url';
import { Project, ts } from 'ts-morph';

/**
 * @typedef {object} Entry a parameter of a function, or a property of a type
 * @property {string} name
 * @property {string} type
 * @property {boolean} optional
 * @property {string} text
 *
 * @typedef {object} Signature
 * @property {Entry[]} parameters
 * @property {string} returns
 * @property {string} returned what the comment says of it
 *
 * @typedef {object} Member of a class, or an exported function
 * @property {string} name
 * @property {boolean} callable false for a property
 * @property {string} text
 * @property {Signature[]} signatures one, unless the function is overloaded
 * @property {string} type of a property
 *
 * @typedef {object} Type
 * @property {string} name
 * @property {string} text
 * @property {string} alias what it is, if it is no object
 * @property {string} bases types whose properties it has, too
 * @property {Entry[]} properties
 *
 * @typedef {object} Reference
 * @property {Member[]} functions
 * @property {{name: string, text: string, members: Member[]}[]} classes
 * @property {Type[]} types
 */

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The classes whose objects a caller gets, and where they are written. */
const CLASSES = {
  Model: 'api/model.js',
  Classifier: 'api/classifier.js',
  ElmoReader: 'api/elmo.js',
  OpenedModel: 'api/opened.js',
  PreformerError: 'worker/errors.js',
};

/** Types as people write them: without import(), stars and line breaks. @param {string} text */
const clean = (text) =>
  text
    .replaceAll(/(typeof )?import\((['"]).*?\2\)\.?/g, '')
    .replaceAll(/\n\s*\*?\s*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A comment as one paragraph per blank line; lists and code keep their lines. @param {string} [text] */
const prose = (text = '') =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => (/^(\s{4}|- )/m.test(part) ? part : part.replaceAll(/\s*\n\s*/g, ' ')))
    .join('\n\n')
    .replace(/^any: .*$/, '');

/** @param {ts.JSDocTag & {comment?: any}} tag any: text, or a list of nodes */
const commentOf = ({ comment }) => prose(ts.getTextOfJSDocComment(comment) ?? '');

/** @param {ts.JSDocPropertyLikeTag} tag @returns {Entry[]} */
function entriesOf(tag) {
  const { typeExpression: expression } = tag;
  /** @type {Entry} */
  const own = {
    name: tag.name.getText(),
    type: expression ? clean(expression.type.getText()) : '',
    optional: tag.isBracketed,
    text: commentOf(tag),
  };
  if (expression && ts.isJSDocTypeLiteral(expression.type)) {
    own.type = 'object';
    return [own, ...(expression.type.jsDocPropertyTags ?? []).flatMap(entriesOf)];
  }
  return [own];
}

/** @param {readonly ts.Node[]} tags @returns {Signature} */
function signatureOf(tags) {
  const result = tags.find(ts.isJSDocReturnTag);
  return {
    parameters: tags.filter(ts.isJSDocParameterTag).flatMap(entriesOf),
    returns: result?.typeExpression ? clean(result.typeExpression.type.getText()) : '',
    returned: result ? commentOf(result) : '',
  };
}

/** @param {ts.JSDocOverloadTag} tag */
function overload({ typeExpression }) {
  const { parameters, type } = typeExpression;
  return signatureOf(/** @type {ts.Node[]} */ ([...parameters, ...(type ? [type] : [])]));
}

/** Reads one run of the compiler. */
class Reader {
  #files = new Project({
    tsConfigFilePath: `${project}tsconfig.json`,
    skipAddingFilesFromTsConfig: true,
  });
  /** @type {Map<ts.Node, string>} types that were named, by their declaration */
  #named = new Map();
  /** @type {ts.Node[]} */
  #queue = [];

  /** @param {string} path below web/src */
  file(path) {
    return this.#files.addSourceFileAtPath(`${project}web/src/${path}`);
  }

  get checker() {
    return this.#files.getTypeChecker().compilerObject;
  }

  /** Finds the types that a comment or declaration names. @param {ts.Node} node */
  follow(node) {
    const named =
      ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)
        ? 'typeName' in node
          ? node.typeName
          : node.expression
        : ts.isImportTypeNode(node)
          ? node.qualifier
          : undefined;
    const symbol = named && this.checker.getSymbolAtLocation(named);
    if (symbol) this.#add(symbol);
    // Comments are no children of what they describe.
    const comments = /** @type {{jsDoc?: ts.Node[]}} */ (node).jsDoc ?? [];
    for (const child of [...comments, ...node.getChildren()]) this.follow(child);
  }

  /** The types that the comments of a class and of its bases name, as what it extends. @param {import('ts-morph').ClassDeclaration} declared */
  followBases(declared) {
    for (
      let one = /** @type {typeof declared | undefined} */ (declared);
      one;
      one = one.getBaseClass()
    )
      for (const comment of one.getJsDocs()) this.follow(comment.compilerNode);
  }

  /** @param {ts.Symbol} symbol @returns {void} */
  #add(symbol) {
    const real =
      symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = real.declarations ?? [];
    if (!declaration) return;
    const path = declaration.getSourceFile().fileName;
    const isOurs = /\/web\/src\/(api|worker)\//.test(path);
    const isType =
      ts.isJSDocTypedefTag(declaration) ||
      ts.isInterfaceDeclaration(declaration) ||
      ts.isTypeAliasDeclaration(declaration);
    if (!isOurs || !isType || this.#named.has(declaration)) return;
    // A typedef that only hands on another one: the other is meant.
    const type = ts.isJSDocTypedefTag(declaration) && declaration.typeExpression;
    if (type && 'type' in type && ts.isImportTypeNode(type.type) && !type.type.typeArguments) {
      const target = type.type.qualifier && this.checker.getSymbolAtLocation(type.type.qualifier);
      if (target && target !== real) {
        this.#named.set(declaration, '');
        return this.#add(target);
      }
    }
    this.#named.set(declaration, real.name);
    this.#queue.push(declaration);
  }

  /** @returns {Type[]} */
  types() {
    /** @type {Map<string, Type>} */
    const found = new Map();
    for (const declaration of this.#queue) {
      this.follow(declaration); // adds to the queue
      const type = this.#type(declaration, this.#named.get(declaration) ?? '');
      const same = found.get(type.name);
      if (same && JSON.stringify(same) !== JSON.stringify(type)) {
        throw new Error(`Two types of the API are called ${type.name}.`);
      }
      found.set(type.name, type);
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @param {ts.Node} node @param {string} name @returns {Type} */
  #type(node, name) {
    if (ts.isJSDocTypedefTag(node)) {
      const expression = node.typeExpression;
      const text = commentOf(node);
      if (expression && ts.isJSDocTypeLiteral(expression)) {
        const properties = (expression.jsDocPropertyTags ?? []).flatMap(entriesOf);
        return { name, text, alias: '', bases: '', properties };
      }
      const alias = expression ? clean(/** @type {any} */ (expression).type.getText()) : '';
      return { name, text, alias, bases: '', properties: [] };
    }
    const comment = (/** @type {ts.Node} */ of) =>
      prose(
        ts
          .getJSDocCommentsAndTags(of)
          .map((one) => ts.getTextOfJSDocComment(/** @type {any} */ (one).comment) ?? '')
          .join('\n'),
      );
    if (ts.isInterfaceDeclaration(node)) {
      const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
        types.map((one) => one.getText()),
      );
      return {
        name,
        text: comment(node),
        alias: '',
        bases: bases.join(' & '),
        properties: node.members.map((member) => ({
          name: member.name?.getText() ?? '',
          type: clean(/** @type {any} */ (member).type?.getText() ?? ''),
          optional: Boolean(member.questionToken),
          text: comment(member),
        })),
      };
    }
    const { type } = /** @type {ts.TypeAliasDeclaration} */ (node);
    return { name, text: comment(node), alias: clean(type.getText()), bases: '', properties: [] };
  }

  /** @param {ts.Symbol} symbol @returns {Member | undefined} */
  member(symbol) {
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    if (!declaration) return;
    const path = declaration.getSourceFile().fileName;
    if (!path.includes('/web/src/') || /^(__|#)/.test(symbol.name)) return;
    const callable = ts.isMethodDeclaration(declaration) || ts.isFunctionDeclaration(declaration);
    // Each overload is a comment of its own; the compiler's helper gives the last one only.
    const own = /** @type {{jsDoc?: ts.JSDoc[]}} */ (/** @type {unknown} */ (declaration)).jsDoc;
    const comments = own ?? ts.getJSDocCommentsAndTags(declaration);
    for (const comment of comments) this.follow(comment);
    const tags = comments.flatMap((one) => (ts.isJSDoc(one) ? [...(one.tags ?? [])] : []));
    const overloads = tags.filter(ts.isJSDocOverloadTag).map(overload);
    const signature = signatureOf(tags);
    const checked = this.checker.getTypeOfSymbolAtLocation(symbol, declaration);
    const [call] = checked.getCallSignatures();
    const shown = (/** @type {ts.Type} */ type) =>
      clean(this.checker.typeToString(type, declaration, ts.TypeFormatFlags.NoTruncation));
    if (callable && !signature.returns && call) signature.returns = shown(call.getReturnType());
    const text = overloads.length
      ? comments.map((one) => prose(ts.getTextOfJSDocComment(/** @type {any} */ (one).comment)))
      : [prose(ts.displayPartsToString(symbol.getDocumentationComment(this.checker)))];
    const written = tags.find(ts.isJSDocTypeTag)?.typeExpression.type.getText();
    return {
      name: symbol.name,
      callable,
      text: text.filter(Boolean).join('\n\n'),
      signatures: !callable ? [] : overloads.length ? overloads : [signature],
      type: callable ? '' : clean(written ?? shown(checked)),
    };
  }
}

/** @param {(Member | undefined)[]} members @returns {Member[]} */
const known = (members) => members.filter((member) => member !== undefined);

/** @returns {Reference} */
export function readTypes() {
  const reader = new Reader();
  const index = reader.file('api/index.js');
  const functions = [...index.getExportedDeclarations()].flatMap(([, [declaration]]) => {
    const symbol = declaration.getSymbol()?.compilerSymbol;
    return symbol && symbol.flags & ts.SymbolFlags.Function ? [reader.member(symbol)] : [];
  });
  const classes = Object.entries(CLASSES).map(([name, path]) => {
    const declared = reader.file(path).getClassOrThrow(name);
    const symbols = declared.getType().getProperties();
    reader.followBases(declared);
    const described = declared
      .getJsDocs()
      .map((doc) => prose(doc.getDescription()))
      .join('\n\n');
    return {
      name,
      text: described,
      members: known(symbols.map((one) => reader.member(one.compilerSymbol))),
    };
  });
  return { functions: known(functions), classes, types: reader.types() };
}
