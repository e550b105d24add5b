/** Starts the desk. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ViewProvider } from './data/view.tsx';
import './tokens.css';
import './base.css';
import './frame.css';
import './surfaces.css';
import './parts/parts.css';
import './parts/reader.css';
import './parts/tables.css';
import './parts/desk.css';
import './parts/review.css';

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } });

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ViewProvider>
        <App />
      </ViewProvider>
    </QueryClientProvider>
  </StrictMode>,
);
