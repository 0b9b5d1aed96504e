import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';
import { isObject, type JsonObject, listOf } from './json.ts';
import type { Problem } from './problem.ts';

/** The source given for what the copied OpenAPI files say themselves. */
export const openApi = 'OA messaging-api.yml / webhook.yml';

/** Finds what is wrong with a value; paths start with `at`. */
export type Validator = (value: unknown, at: string) => readonly Problem[];

/**
 * Validators for schemas of the copied OpenAPI files. LINE's files use `discriminator` + `allOf` without `oneOf`
 * and leave extra keys open (docs/line-platform.md 3), so each union is built from `discriminator.mapping` and each object
 * is closed. `required` adds what the files leave out.
 */
export function readSchemas(
  files: readonly string[],
  required: Readonly<Record<string, readonly string[]>> = {},
): (name: string) => Validator {
  const schemas = mergeFiles(files);
  const tags = tagsOf(schemas);
  const $defs = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      unionOf(schema) ?? closedObject(schemas, name, tags.get(name), required[name] ?? []),
    ]),
  );
  const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false, verbose: true });
  ajv.addSchema({ $id: 'line', $defs });
  return (name) => {
    const check = ajv.getSchema(`line#/$defs/${name}`);
    if (check === undefined) throw new Error(`no schema ${name} in ${files.join(', ')}`);
    return (value, at) => {
      check(value);
      return listOf(check.errors).map((error) => problemOf(error as ErrorObject, at));
    };
  };
}

type Schemas = Readonly<Record<string, JsonObject>>;

function mergeFiles(files: readonly string[]): Schemas {
  const schemas: Record<string, JsonObject> = {};
  for (const file of files) {
    const content: unknown = parse(readFileSync(new URL(`./openapi/${file}`, import.meta.url), 'utf8'));
    for (const [name, schema] of Object.entries(at(content, 'components', 'schemas'))) {
      if (!isObject(schema)) continue;
      const mapping = { ...mappingOf(schemas[name]), ...mappingOf(schema) };
      const discriminator = {
        ...at(schemas[name], 'discriminator'),
        ...at(schema, 'discriminator'),
        mapping,
      };
      schemas[name] = {
        ...schemas[name],
        ...schema,
        ...(Object.keys(mapping).length === 0 ? {} : { discriminator }),
      };
    }
  }
  return schemas;
}

function at(value: unknown, ...keys: readonly string[]): JsonObject {
  const found = keys.reduce<unknown>((here, key) => (isObject(here) ? here[key] : undefined), value);
  return isObject(found) ? found : {};
}

function mappingOf(schema: unknown): JsonObject {
  return at(schema, 'discriminator', 'mapping');
}

const nameOf = (ref: unknown) => String(ref).slice('#/components/schemas/'.length);

/** For each member of a union: the property that names it, and its name there. */
function tagsOf(schemas: Schemas): ReadonlyMap<string, { readonly property: string; readonly tag: string }> {
  return new Map(
    Object.values(schemas).flatMap((schema) =>
      Object.entries(mappingOf(schema)).map(([tag, ref]) => [
        nameOf(ref),
        { property: String(at(schema, 'discriminator').propertyName), tag },
      ]),
    ),
  );
}

function unionOf(schema: JsonObject): JsonObject | undefined {
  const members = Object.values(mappingOf(schema));
  if (members.length === 0) return undefined;
  const propertyName = String(at(schema, 'discriminator').propertyName);
  return {
    type: 'object',
    required: [propertyName],
    discriminator: { propertyName },
    tags: Object.keys(mappingOf(schema)),
    oneOf: members.map((ref) => ({ $ref: `#/$defs/${nameOf(ref)}` })),
  };
}

function closedObject(
  schemas: Schemas,
  name: string,
  tag: { readonly property: string; readonly tag: string } | undefined,
  alsoRequired: readonly string[],
): JsonObject {
  const schema = schemas[name] ?? {};
  const { properties, required } = flatten(schemas, schema);
  if (Object.keys(properties).length === 0) return convert(schema);
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, convert(value)])),
      ...(tag && { [tag.property]: { const: tag.tag } }),
    },
    required: [...new Set([...required, ...alsoRequired, ...(tag ? [tag.property] : [])])],
    additionalProperties: false,
  };
}

/** Own and inherited (`allOf`) properties in one list. */
function flatten(
  schemas: Schemas,
  schema: JsonObject,
): { properties: JsonObject; required: readonly unknown[] } {
  const parts = listOf(schema.allOf).map((part) =>
    flatten(
      schemas,
      isObject(part) && part.$ref ? (schemas[nameOf(part.$ref)] ?? {}) : isObject(part) ? part : {},
    ),
  );
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), at(schema, 'properties')),
    required: [...parts.flatMap(({ required }) => required), ...listOf(schema.required)],
  };
}

/** Keywords taken over as they stand; `format` is left out because the files name none a validator must know. */
const plain = [
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
];

function convert(schema: unknown): JsonObject {
  if (!isObject(schema)) return {};
  if (schema.$ref) return { $ref: `#/$defs/${nameOf(schema.$ref)}` };
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => plain.includes(key)));
  const properties = Object.entries(at(schema, 'properties'));
  return {
    ...kept,
    ...(schema.items !== undefined && { items: convert(schema.items) }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(([key, value]) => [key, convert(value)])),
      additionalProperties: false,
    }),
    ...(isObject(schema.additionalProperties) && {
      additionalProperties: convert(schema.additionalProperties),
    }),
  };
}

function problemOf(error: ErrorObject, at: string): Problem {
  const path = at + error.instancePath;
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return {
        path: `${path}/${params.additionalProperty}`,
        rule: 'invalid property',
        source: 'docs/line-platform.md 3: LINE answers 400 for unknown keys',
      };
    case 'required':
      return { path: `${path}/${params.missingProperty}`, rule: 'May not be empty', source: openApi };
    case 'discriminator':
      return {
        path: `${path}/${params.tag}`,
        rule: `Must be one of the following values: [${listOf(error.parentSchema?.tags).join(', ')}]`,
        source: openApi,
      };
    default:
      return { path, rule: ruleOf(error), source: openApi };
  }
}

function ruleOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'enum':
      return `Must be one of the following values: [${listOf(params.allowedValues).join(', ')}]`;
    case 'const':
      return `Must be ${params.allowedValue}`;
    case 'maxItems':
    case 'maxLength':
      return `Must be at most ${params.limit} long`;
    default:
      return message ?? keyword;
  }
}
