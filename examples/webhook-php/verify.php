<?php
// Checks a message of a webhook: https://www.standardwebhooks.com. Needs nothing but PHP 8.
declare(strict_types=1);

/** A message that is not what it says; the message says why, and nothing of what it contains. */
final class WebhookRefused extends RuntimeException {}

/**
 * Makes sure that a message comes from the server that has the secret, was not changed, and is not an
 * old one that somebody sends again.
 *
 * @param string $body the body exactly as it came
 * @param array<string, string> $headers webhook-id, webhook-timestamp and webhook-signature
 * @param string $secret the webhook's secret, whsec_…
 * @param int $tolerance how far, in seconds, the sender's clock may be from this one
 * @return array<string, mixed> the message
 * @throws WebhookRefused
 */
function verify_webhook(string $body, array $headers, string $secret, int $tolerance = 300): array
{
    $id = $headers['webhook-id'] ?? '';
    $timestamp = $headers['webhook-timestamp'] ?? '';
    $signatures = $headers['webhook-signature'] ?? '';
    if ($id === '' || $signatures === '' || preg_match('/^\d{1,12}$/D', $timestamp) !== 1) {
        throw new WebhookRefused('a header is missing or cannot be read');
    }
    if (abs(time() - (int) $timestamp) > $tolerance) {
        throw new WebhookRefused('too old, or from the future');
    }

    $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
    if ($key === false || strlen($key) < 24) {
        throw new LogicException('The secret is not one: whsec_ and base64.');
    }
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    // Several, while the secret is changed.
    foreach (explode(' ', $signatures) as $signature) {
        if (hash_equals($expected, $signature)) {
            return read_message($body);
        }
    }
    throw new WebhookRefused('the signature does not fit');
}

/** @return array<string, mixed> */
function read_message(string $body): array
{
    $message = json_decode($body, true);
    if (!is_array($message) || !is_string($message['type'] ?? null)) {
        throw new WebhookRefused('the body is no message');
    }
    return $message;
}
