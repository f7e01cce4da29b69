<?php
// Receives the messages of a webhook, each once:
//
//   MPP_WEBHOOK_SECRET=whsec_… php -S localhost:3000 receive.php
declare(strict_types=1);

require __DIR__ . '/verify.php';

$headers = [
    'webhook-id' => $_SERVER['HTTP_WEBHOOK_ID'] ?? '',
    'webhook-timestamp' => $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '',
    'webhook-signature' => $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '',
];
try {
    // As it came: what was decoded and encoded again may have another signature.
    $body = file_get_contents('php://input');
    $message = verify_webhook($body, $headers, getenv('MPP_WEBHOOK_SECRET') ?: '');
} catch (WebhookRefused $refused) {
    error_log('A message was refused: ' . $refused->getMessage());
    http_response_code(400);
    exit;
}

// The same message may come twice. Where there is a database, a table with a unique index does this;
// a file that only one can create does, too.
$seen = (getenv('MPP_WEBHOOK_SEEN') ?: sys_get_temp_dir()) . '/mpp-' . sha1($headers['webhook-id']);
$mark = @fopen($seen, 'x');
if ($mark === false) {
    http_response_code(204);
    exit;
}
fclose($mark);

try {
    handle($message);
    http_response_code(204);
} catch (Throwable $error) {
    // It will come again.
    unlink($seen);
    error_log('A message could not be used: ' . $error->getMessage());
    http_response_code(500);
}

/** What is not known is not for us: a newer server may tell of more. */
function handle(array $message): void
{
    match ($message['type']) {
        'booking.called' => error_log("{$message['data']['id']} is called"),
        'booking.served' => error_log("{$message['data']['id']} is served"),
        default => null,
    };
}
