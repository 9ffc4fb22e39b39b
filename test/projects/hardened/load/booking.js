import { check, sleep } from 'k6';
import http from 'k6/http';

// Expected peak: the Saturday release of new classes, about 200 people at once.
export const options = {
  stages: [
    { duration: '1m', target: 200 },
    { duration: '5m', target: 200 },
    { duration: '1m', target: 0 },
  ],
  thresholds: { http_req_duration: ['p(95)<400'], http_req_failed: ['rate<0.01'] },
};

export default function () {
  const response = http.get(`${__ENV.BASE_URL}/api/classes`);
  check(response, { 'classes are listed': (r) => r.status === 200 });
  sleep(1);
}
