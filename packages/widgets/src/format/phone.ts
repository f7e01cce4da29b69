/** A number in international form as people in Indonesia write it: `0812-3456-7890`. */
export function localPhone(phone: string): string {
  return phone.replace(/^\+62/, '0').replace(/(\d{4})(?=\d{3})/g, '$1-');
}
