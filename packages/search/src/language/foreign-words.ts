/**
 * Words by which people ask for what no public office gives: news, games, shopping. With one of them
 * a query finds nothing, unless most of it fits. Where a catalogue uses such a word itself, the
 * word is not foreign to it.
 */
export const foreignWords = `
murah terdekat terbaru enak booking sewa artis berita sejarah hack wifi resep masak cuaca gempa lirik lagu chord film nonton drama drakor anime game cheat bola liga skor score football judi slot gacor togel zodiak ramalan mimpi pinjol kurs dollar saham bitcoin crypto kripto emas bensin tiket kereta pesawat bioskop promo shopee tokopedia tiktok instagram facebook youtube whatsapp google translate terjemahan download wallpaper laptop iphone samsung android kode-pos sholat doa rambut jerawat diet pacar jodoh sepatu baju cook recipe weather movie song lyrics presiden
`;
