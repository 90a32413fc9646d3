<?php
// WordPress's settings for the example. Copied into the site; wordpress.js wrote settings.json beside the site.

$clinic_demo = json_decode(file_get_contents(dirname(__DIR__) . '/settings.json'), true);

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . $clinic_demo['socket']);
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $clinic_demo_kind) {
	define("{$clinic_demo_kind}_KEY", hash('sha256', $clinic_demo['secret'] . "$clinic_demo_kind key"));
	define("{$clinic_demo_kind}_SALT", hash('sha256', $clinic_demo['secret'] . "$clinic_demo_kind salt"));
}

define('WP_HOME', $clinic_demo['home']);
define('WP_SITEURL', $clinic_demo['home']);

// Nothing leaves this machine and nothing changes by itself.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);

define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', dirname(__DIR__) . '/wordpress.log');

if (!defined('ABSPATH')) {
	define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
