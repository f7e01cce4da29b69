/** Words that say nothing about which service is meant. */
export const stopWords = `
dan atau yang di ke dari untuk buat-apa bagi pada dengan dalam oleh agar supaya karena sebab tapi tetapi jadi maka kalau kalo jika bila saat ketika sudah udah sampun wis uwis telah lagi masih mau ingin pengen kepingin pingin arep ajeng badhe akan bisa dapat boleh harus perlu butuh
saya aku kulo kula ku kami kita gue gua anda kamu dia ia mereka beliau nya mbak mas pak bu kak min admin tolong mohon-info
apa apakah opo nopo bagaimana gimana gmn piye pripun kepiye mana dimana kemana nang neng ning nek ten dateng kapan siapa berapa brp piro pinten kenapa mengapa ngopo
ini itu iki iku niki niku tersebut begitu sini sana situ ada onok enten adalah yaitu ialah juga saja aja wae mawon lah kok sih dong ya iya toh kan deh kah pun nih tuh loh lho banget sekali sangat semua beberapa para sang si sebuah seorang
cara carane tata syarat persyaratan prosedur proses alur langkah biaya ongkos harga tarif lama jadwal lokasi tempat link situs web website aplikasi info informasi terima kasih makasih suwun matur nuwun
urus ngurus urusan ngurusi proses layanan pelayanan mpp loket kantor dinas instansi
someone somebody nobody had have has got last next week month year days dua tiga empat lima tujuh satu belas waktu sering tiba padahal juga punyai lewat sekali lama
kemarin wingi besok sesuk sekarang saiki tadi nanti hari minggu bulan tahun juta ribu rupiah rp
a an the of to in on at for from by with and or is are am be was were been do does did how what where when which who why can could should would will want wanna need needed i im ive me my mine you your we our us it its this that there here please just about get-a
nggo karo kaliyan kalih amargi merga mergo supados saking saka seko marang menyang mring ana lan utawa sing ingkang punika meniko puniko
`;
