/** What pressing does, in a few words for a tooltip. */

/** @param {Record<string, unknown>} action @returns {string} */
export function actionName(action) {
  switch (action.type) {
    case 'message':
      return `💬 ${String(action.text ?? '')}`;
    case 'postback':
      return `postback: ${String(action.data ?? '')}`;
    case 'uri':
      return `🔗 ${String(action.uri ?? '')}`;
    case 'datetimepicker':
      return `🗓 ${String(action.mode ?? '')}`;
    case 'clipboard':
      return `📋 ${String(action.clipboardText ?? '')}`;
    default:
      return String(action.type ?? '');
  }
}
