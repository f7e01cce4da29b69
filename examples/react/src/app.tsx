import type { BookedEvent, BookEvent } from '@mpp-digital/widgets';
import type {} from '@mpp-digital/widgets/react';
import { useState } from 'react';

const server = { api: 'https://mpp.example.go.id', regency: '35.79' };

/** A page with the finder and, once a service is chosen, the booking form. */
export function App() {
  const [service, setService] = useState<string>();
  const [booked, setBooked] = useState(0);

  function onBook(event: BookEvent) {
    event.preventDefault(); // this page shows the form itself
    setService(event.serviceId);
  }

  function onBooked(_event: BookedEvent) {
    setBooked(booked + 1);
  }

  return (
    <main>
      <h1>Layanan Kota Batu</h1>
      {booked > 0 && <p role="status">Terima kasih, nomor antrean Anda sudah tercatat.</p>}
      {service ? (
        <>
          <button type="button" onClick={() => setService(undefined)}>
            Kembali ke daftar layanan
          </button>
          <mpp-booking-form {...server} service={service} onmpp-booked={onBooked} />
        </>
      ) : (
        <mpp-service-finder {...server} onmpp-book={onBook} />
      )}
    </main>
  );
}
