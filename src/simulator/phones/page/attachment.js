/** Makes files ready to be sent. Pictures are made smaller, as a phone does. */

const LONGEST = 1600;
const SMALL = 1_000_000;

/** @param {Blob} blob @returns {Promise<string>} */
export function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/** @param {File} file @returns {Promise<{ bytes: string, contentType: string }>} */
export async function pictureToSend(file) {
  if (['image/jpeg', 'image/png'].includes(file.type) && file.size < SMALL) {
    return { bytes: await base64Of(file), contentType: file.type };
  }
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return { bytes: await base64Of(blob), contentType: 'image/jpeg' };
}
