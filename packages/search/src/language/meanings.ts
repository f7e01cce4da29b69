/**
 * Words with one meaning, a meaning a line: how Indonesians write, speak and abbreviate it, Javanese
 * in both levels, English. The first word names the meaning. `a-b` is said in two words.
 *
 * Only roots: the affixes are taken off by rule. Only meanings: which service it is, the catalogue
 * knows.
 */
export const meanings = `
hilang ilang kelangan ical kecalan copet jambret ketlisut cecer lost lose missing stolen
rusak risak bakar robek sobek patah pudar luntur kelupas basah hancur buram damaged broken torn
~baru anyar pertama new first
~buat bikin gawe damel make create get
~daftar register registration enroll join apply
panjang renew renewal extend extension
~habis kadaluarsa expired
~ganti ubah tukar change replace replacement update perbarui edit perbaiki
salah keliru wrong beda
pindah boyong move relocate mutasi
~hapus cabut tutup batal delete revoke close cancel remove
nonaktif tidak-aktif inactive deactivate
~aktif aktivasi hidupkan urip activate activation
reaktivasi reactivate aktifkan
~cetak print reprint
~bayar saur pay payment setor
~cek periksa lihat check tilik
lapor adu report complain complaint keluh
pisah pecah split
~tambah masukkan add
~ambil jupuk cairkan tarik withdraw
~cari nyari golek pados look-for looking-for find
~minta jaluk suwun request mohon ajukan usul
bantuan bantu aid help assistance
gratis free
ktp ktpel kartu-tanda-penduduk id-card identity-card
kk kartu-keluarga family-card
akta akte
lahir birth born newborn
bayi baby babies
meninggal wafat kematian seda tilar almarhum death died dead deceased passed-away
nikah kawin rabi mantu marriage marry married wedding
cerai pegat divorce divorced
suami husband bojo semah garwo
istri wife bojo semah garwo
~anak child children kid son daughter lare bocah putra
orangtua orang-tua ortu wong-tuwo wong-tuwa wong-tuo tiyang-sepuh parent
bapak father ayah
ibu mother
rumah omah griya house home
tanah lemah siti land lahan
bangun build building construction
pajak pajek tax
motor montor sepeda-motor motorcycle motorbike
mobil car
kendaraan vehicle
sim surat-izin-mengemudi driving-licence driving-license driver-license drivers-license
izin ijin permit licence license licensing approval
usaha bisnis business enterprise
perusahaan company pabrik pt
toko shop store
kerja pekerjaan work job employment gawean
pekerja worker buruh karyawan pegawai
pencarikerja pencari-kerja job-seeker loker lowongan lowongan-kerja cari-kerja
phk pecat fired laid-off layoff
gaji upah salary wage
~surat layang serat letter
~kartu card
~nama jeneng asma name
alamat address domisili
sertifikat sertipikat
waris inheritance heir
~jual adol sade sell sold
~beli tuku tumbas buy
~bekas second used
air banyu toya water
listrik electricity power
padam blackout down outage power-cut
gangguan problem kendala eror
bocor leak
sehat health
dokter doctor
gigi dentist
sekolah school
siswa murid pupil
miskin tidak-mampu kurang-mampu kere poor
pinjam utang loan borrow kredit
polisi police
kejahatan crime kriminal
konser concert
dompet wallet purse
foto photo picture potret
kursiroda kursi-roda wheelchair
alatdengar alat-dengar alat-bantu-dengar hearing-aid
penipuan tipu scam fraud ditipu
maling theft
sampah garbage waste trash rubbish
pohon tree
hewan animal pet cat dog
tani farmer
wna orang-asing foreigner bule expat expatriate
tinggal stay residence live living manggon
investasi investment penanaman-modal investor
kecelakaan accident
pensiun pension retirement retired
difabel disabilitas cacat disability disabled
pengacara lawyer
pupuk fertilizer rabuk
makanan food pangan
restoran rumah-makan restaurant resto
kafe cafe
vila villa
penginapan guesthouse
reklame iklan billboard
plat pelat nopol plate
~hp hape ponsel handphone telepon phone mobile
~nomor nomer number
sandi password kata-sandi
ojol ojek ojek-online
luarnegeri luar-negeri abroad
obat drug
bawahumur di-bawah-umur underage
17 tujuh-belas seventeen
rumahsakit rumah-sakit hospital
atm bank-card
acara event hajatan pesta party
tumbang roboh ambruk doyong
kdrt pukul aniaya
~umur usia age yuswa
terlambat telat late
paspor passport pasport
tunggakan tunggak arrears
cicil
jalan road street dalan
siri nikah-siri
apotek apotik pharmacy
praktik praktek practice
legalisir legalisasi certified
ijazah ijasah diploma
meterai materai matrai stamp
wakaf waqf
merek merk trademark
penelitian riset research skripsi observasi
mahasiswa
pelatihan kursus training course
~tidak ora gak ga nggak ngga boten not
~belum durung dereng
~punya duwe gadah have own
~tua tuwa old
~kecil cilik alit small little
~desa kampung dusun village
keluarga family
~naik munggah
keringanan ringan potongan diskon relief
mahal larang
pasang install connection
~balik kembali return
baliknama balik-nama ownership-transfer transfer-ownership change-owner
rekening account
tabungan saving
konsultasi tanya takon consult advice
~data
~online
~orang wong tiyang person people
~kota city
~batu
~masuk lebok mlebu mlebet
~keluar metu medal
~turun mudhun
~buka open start
~info
~lain other
~jadi dadi
~rekam
~kali
~mati
~hari day
~tahun year
agama religion
gereja church
`;

/**
 * Words that lead to other meanings: `a b > c d`. Whoever types a or b may well be looking for c or
 * d. Weaker than the meanings.
 */
export const leads = `
buat > baru daftar
mati > habis nonaktif meninggal padam
habis > panjang
salah > ganti
bayi > lahir anak
bapak ibu kakek nenek simbah mbah > orangtua
warung kios toko kedai kelontong laundry bengkel salon dagang jualan perusahaan cv > usaha
buka > usaha izin baru
motor mobil truk pickup > kendaraan
truk pickup > mobil
sawah kebun tegal kavling > tanah
renovasi > bangun
ruko gudang kos > bangun usaha
beasiswa > miskin
curi stole > hilang maling lapor
id identity > ktp
certificate > akta sertifikat surat
dipecat > phk
dompet tas barang > hilang
loker lowongan > kerja
kue keripik sambal jajan > makanan
baliho spanduk banner > reklame
jemaah > haji
bpjs > kesehatan
janda duda > pensiun
`;
