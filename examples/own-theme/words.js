/* global document */
// Own words in place of single sentences; also before the widgets are there.
document.querySelector('mpp-service-finder').strings = {
  question: 'Mau urus apa hari ini?',
};
document.querySelector('mpp-status-tracker').strings = {
  question: 'Antrean Anda sampai mana?',
};
