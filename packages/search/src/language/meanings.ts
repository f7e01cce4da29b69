/**
 * Words with one meaning, a meaning a line: how Indonesians write, speak and abbreviate it, Javanese
 * in both levels, English. The first word names the meaning. `a-b` is said in two words.
 *
 * Only roots: the affixes are taken off by rule. Only meanings: which service it is, the catalogue
 * knows.
 */
export const meanings = `
hilang ilang kelangan ical kecalan copet jambret ketlisut ketriwal cecer lenyap lost lose missing stolen
rusak risak bakar robek sobek patah pudar luntur kelupas basah hancur bolong buram suwek pecah-pecah damaged broken torn
~baru anyar enggal pertama new first
~buat bikin gawe damel make create get obtain
~daftar register registration enroll registrasi join apply
panjang renew renewal extend extension
~habis kadaluarsa expired entek
~ganti ubah tukar salin change replace replacement update perbarui edit koreksi perbaiki betulkan revisi
salah keliru wrong incorrect mistake beda klentu
pindah boyong move relocate mutasi
~hapus cabut tutup batal delete revoke close cancel remove stop berhenti
nonaktif tidak-aktif inactive deactivate
~aktif aktivasi hidupkan urip activate activation
reaktivasi reactivate aktifkan aktifkan-kembali
~cetak print reprint
~bayar saur pay payment setor lunasi
~cek periksa lihat check delok tilik
lapor adu report complain complaint keluh wadul
pisah pecah split
~tambah masukkan add
~ambil jupuk pendet cairkan tarik withdraw
~cari nyari golek pados luru seek look-for looking-for find
~minta jaluk suwun request mohon ajukan usul
bantuan bantu aid help assistance tulung
gratis free cuma-cuma
ktp ktpel kartu-tanda-penduduk kartu-identitas id-card identity-card
kk kartu-keluarga family-card
akta akte
lahir birth born mbrojol newborn
bayi baby babies infant jabang
meninggal wafat kematian seda tilar mangkat almarhum almarhumah death died dead die deceased passed-away
nikah kawin rabi mantu marriage marry married wedding
cerai pegat divorce divorced
suami husband bojo semah garwo
istri wife bojo semah garwo
~anak child children kid son daughter lare bocah putra yogo
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
sim surat-izin-mengemudi driving-licence driving-license driver-license driver-licence drivers-license drivers-licence
izin ijin permit licence license licensing approval palilah
usaha bisnis business enterprise
perusahaan company factory pabrik pt firma
toko shop store
kerja work job employment gawean makaryo
pekerja worker buruh karyawan pegawai
pencarikerja pencari-kerja job-seeker loker lowongan lowongan-kerja cari-kerja
phk pecat fired laid-off layoff dirumahkan lost-my-job
gaji upah salary wage
~surat layang serat letter
~kartu card
~nama jeneng asma name
alamat address domisili
sertifikat sertipikat
waris inheritance heir
~jual adol sade sell sold
~beli tuku tumbas buy purchase
~bekas second used
air banyu toya water
listrik setrum electricity power
padam oglangan blackout down outage power-cut
gangguan trouble problem kendala eror
bocor leak
sehat health waras
dokter doctor
gigi dentist
sekolah school
siswa murid pupil
miskin tidak-mampu kurang-mampu gakin kere poor melarat
pinjam utang nyilih loan borrow kredit
polisi police
kejahatan crime kriminal
konser concert
dompet wallet purse
foto photo picture potret
kursiroda kursi-roda wheelchair
alatdengar alat-dengar alat-bantu-dengar hearing-aid
penipuan tipu ngapusi scam scammed fraud ditipu
maling theft rampok thief
sampah garbage waste trash uwuh rubbish
pohon wit uwit tree
hewan animal pet cat dog
tani farmer
wna orang-asing foreigner bule expat expatriate
tinggal stay residence live living manggon
investasi investment penanaman-modal investor
kecelakaan accident tabrakan
pensiun pension retirement retired
difabel disabilitas cacat disability disabled
pengacara lawyer advokat attorney
pupuk fertilizer rabuk
makanan food pangan
restoran rumah-makan restaurant resto
kafe cafe
vila villa
penginapan losmen lodging guesthouse
reklame iklan billboard
plat pelat nopol plate
~hp hape ponsel handphone telepon telp phone mobile
~nomor nomer number
sandi password kata-sandi
ojol ojek ojek-online gojek
umroh
luarnegeri luar-negeri abroad overseas
obat medicine drug
bawahumur di-bawah-umur belum-cukup-umur underage
17 tujuh-belas seventeen
rumahsakit rumah-sakit hospital
atm bank-card debit
acara event hajatan pesta party hajat
tumbang roboh ambruk doyong fall
kdrt pukul aniaya violence
~umur usia age yuswa
terlambat telat late kasep
paspor passport pasport
tunggakan tunggak arrears
cicil angsur instalment
jalan road street dalan
siri nikah-siri bawah-tangan
apotek apotik pharmacy
praktik praktek practice
legalisir legalisasi certified
ijazah ijasah diploma
meterai materai matrai stamp
wakaf waqf
merek merk trademark brand
penelitian riset research skripsi observasi
mahasiswa college
pelatihan kursus training course
~tidak ora gak ga nggak ngga enggak boten not tak ndak dak
~belum durung dereng not-yet
~punya duwe gadah have own
~tua tuwa sepuh old
~kecil cilik alit small little
~desa kampung dusun village
keluarga family kulawarga
hamil pregnant
sakit lara loro gerah sick ill
~naik munggah increase
keringanan ringan potongan diskon relief discount
mahal larang expensive
pasang install connection
~balik kembali return
baliknama balik-nama ganti-nama-pemilik ownership-transfer transfer-ownership change-of-ownership ownership-change change-owner
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
kue keripik sambal jajan jajanan > makanan
baliho spanduk banner > reklame
jemaah > haji
bpjs > kesehatan
janda duda > pensiun
`;
