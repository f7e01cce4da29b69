import '@mpp-digital/widgets/booking-form/define';
import '@mpp-digital/widgets/service-finder/define';

import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';

createRoot(document.getElementById('app')!).render(<App />);
