/** Words that say nothing about which service is meant. */
export const stopWords = `
dan atau yang lagi masih saja juga gimana bagaimana apakah dimana was is i im can do how want need urus syarat jadwal link di ke dari untuk buat-apa bagi pada dengan dalam oleh karena tapi tetapi jadi maka kalau kalo bila saat sudah udah sampun uwis telah mau ingin pengen kepingin pingin arep akan bisa dapat boleh harus perlu butuh
saya aku kula kami kita gua anda mereka mbak kak tolong mohon-info
apa nopo kemana nang dateng kapan siapa piro ngopo
ini itu iki niki niku sini situ ada enten ialah wae kok dong sekali semua seorang
cara carane tata prosedur proses biaya harga tarif lama lokasi tempat situs info informasi terima makasih suwun matur nuwun
ngurusi proses layanan pelayanan loket kantor dinas
have last month year days dua empat lima tujuh satu belas sering punyai sekali lama
kemarin saiki tadi nanti hari bulan tahun
we go on with had got last week somebody my a an the of to in at for by with and or are did where i ive you your our its that get-a
nggo kalih merga mergo saking marang menyang mring ana lan sing ingkang meniko
`;
