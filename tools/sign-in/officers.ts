/** What the sample accounts claim, as a regency's own provider would. */
export interface SampleOfficer {
  [claim: string]: string | string[];
  name: string;
  about: string;
  mpp_regency: string;
  mpp_role: string;
  mpp_agencies: string | string[];
}

/** Sample accounts, by id. */
export const officers: Record<string, SampleOfficer> = {
  rina: {
    name: 'Rina Kartika',
    about: 'petugas loket Dispendukcapil',
    mpp_regency: '35.79',
    mpp_role: 'officer',
    mpp_agencies: 'dukcapil',
  },
  bagus: {
    name: 'Bagus Prasetyo',
    about: 'petugas loket Bapenda',
    mpp_regency: '35.79',
    mpp_role: 'officer',
    mpp_agencies: ['bapenda'],
  },
  wulan: {
    name: 'Wulan Anggraini',
    about: 'pengelola mal, semua instansi',
    mpp_regency: '35.79',
    mpp_role: 'manager',
    mpp_agencies: '*',
  },
  sinta: {
    name: 'Sinta Maharani',
    about: 'pengelola Dispendukcapil saja',
    mpp_regency: '35.79',
    mpp_role: 'manager',
    mpp_agencies: 'dukcapil',
  },
  tamu: {
    name: 'Tamu',
    about: 'punya akun, tetapi bukan petugas',
    mpp_regency: '',
    mpp_role: '',
    mpp_agencies: '',
  },
};
