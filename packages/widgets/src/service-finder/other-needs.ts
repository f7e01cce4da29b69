import { parseCode } from '@mpp-digital/contract';

/** What people look for in a list of services although it is none. */
export type OtherNeed = 'tracker' | 'place';

const words = (list: string) => new Set(list.split(' '));

/** For each need, words that say it, and words that may stand beside them. */
const needs: Record<OtherNeed, { core: Set<string>; beside: Set<string> }> = {
  tracker: {
    core: words(
      'status kode lacak melacak pantau antrian antrean antri antre tiket booking permohonan berkas code ticket queue track tracking',
    ),
    beside: words(
      'cek ngecek lihat liat saya sy ku aku kulo nomor no nomer janji temu sampai tekan mana endi sudah belum uwis batal batalkan membatalkan ubah ganti jadwal my check see cancel change of the number where is',
    ),
  },
  place: {
    core: words(
      'alamat lokasi jam buka tutup libur peta denah arah rute maps map address location open opening closed hours',
    ),
    beside: words(
      'mpp mal mall kantor gedung tempat pelayanan publik layanan kerja operasional di dimana mana ning nang endi ke menuju yang hari ini besok senin selasa rabu kamis jumat sabtu minggu berapa kapan sampai pukul apakah where is the when are you what office today',
    ),
  },
};

/**
 * Reads in the words whether someone wants their own queue or application, or the place itself. A
 * word that fits neither, as in “ubah alamat ktp”, makes it a wish for a service. A code, pasted
 * here by mistake, is a wish to track it.
 */
export function otherNeed(query: string): OtherNeed | undefined {
  if (parseCode(query)) return 'tracker';
  const typed = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const [need, { core, beside }] of Object.entries(needs)) {
    const says = typed.some((word) => core.has(word));
    if (says && typed.every((word) => core.has(word) || beside.has(word))) return need as OtherNeed;
  }
  return undefined;
}
