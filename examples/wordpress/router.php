<?php
// For PHP's built-in server: what Apache's rewrite rules do for WordPress.

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (strpos($path, '..') !== false) {
	http_response_code(400);
	return true;
}
if ($path !== '/' && is_dir($root . $path) && is_file(rtrim($root . $path, '/') . '/index.php')) {
	if (substr($path, -1) !== '/') {
		header("Location: $path/", true, 301);
		return true;
	}
	$path .= 'index.php';
}
$is_php = substr($path, -4) === '.php';
if ($path !== '/' && !$is_php && is_file($root . $path)) {
	return false; // a picture, a script, a style sheet: the server sends it
}
if (!$is_php || !is_file($root . $path)) {
	$path = '/index.php'; // a pretty address: WordPress finds out what it means
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $root . $path;
chdir(dirname($root . $path));
require $root . $path;
return true;
