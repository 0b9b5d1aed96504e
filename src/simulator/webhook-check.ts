import { readSchemas, type Validator } from './openapi-schema.ts';
import type { Problem } from './problem.ts';

let schema: Validator | undefined;

/** What is wrong with a webhook body by LINE's webhook.yml and our messageEdited overlay, extra keys included. */
export function checkWebhookBody(body: unknown): readonly Problem[] {
  schema ??= readSchemas(['webhook.yml', 'webhook.messageEdited.overlay.yml'], { Event: [] })(
    'CallbackRequest',
  );
  return schema(body, '');
}
