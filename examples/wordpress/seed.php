<?php
// Installs WordPress and writes the demo's content. wordpress.js runs it twice at every start; each step does
// nothing the second time:
//
//   php seed.php SITE-FOLDER install ADMIN-PASSWORD
//   php seed.php SITE-FOLDER fill THEME
//
// The content holds on purpose what real sites hold by accident: see the comments at demo_articles().

if (PHP_SAPI !== 'cli') {
	exit(1);
}
// Prefixed names: WordPress is loaded into this same scope and has variables of its own.
[, $demo_site, $demo_step, $demo_argument] = $argv;
$demo_settings = json_decode(file_get_contents(dirname($demo_site) . '/settings.json'), true);
const DEMO_FILLED = 'clinic_demo_filled';
const DEMO_PHONE = '+16145550142';
const DEMO_PHONE_SHOWN = '(614) 555-0142';

// WordPress expects a request.
$demo_address = parse_url($demo_settings['home']);
$_SERVER += [
	'HTTP_HOST' => $demo_address['host'] . ':' . $demo_address['port'],
	'SERVER_NAME' => $demo_address['host'],
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REQUEST_METHOD' => 'GET',
	'REQUEST_URI' => '/',
	'REMOTE_ADDR' => '127.0.0.1',
];

if ($demo_step === 'install') {
	if (demo_is_filled($demo_settings['socket'])) {
		exit;
	}
	// The first start; or an earlier one was cut short, and what it made is thrown away.
	$demo_database = demo_connect($demo_settings['socket']);
	$demo_database->query('DROP DATABASE IF EXISTS wordpress');
	$demo_database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
	define('WP_INSTALLING', true);
	require "$demo_site/wp-load.php";
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	add_filter('pre_wp_mail', '__return_true'); // no letter to the new administrator
	wp_install('Fernhollow Spine Clinic', 'admin', 'admin@example.org', true, '', $demo_argument);
	echo "installed\n";
	exit; // filled by another process: this one keeps believing that it installs
}

require "$demo_site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
if (get_option('stylesheet') !== $demo_argument) {
	switch_theme($demo_argument);
	echo "theme $demo_argument\n";
}
if (!get_option(DEMO_FILLED)) {
	demo_fill();
}

function demo_connect(string $socket): mysqli {
	mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
	return new mysqli('localhost', 'root', '', '', 0, $socket);
}

function demo_is_filled(string $socket): bool {
	try {
		$found = demo_connect($socket)->query(
			"SELECT 1 FROM wordpress.wp_options WHERE option_name = '" . DEMO_FILLED . "'"
		);
		return $found->num_rows > 0;
	} catch (mysqli_sql_exception $there_is_no_table) {
		return false;
	}
}

/** @return mixed what it was given, unless WordPress says that it is an error */
function demo_must($result) {
	if (is_wp_error($result)) {
		fwrite(STDERR, $result->get_error_message() . "\n");
		exit(1);
	}
	return $result;
}

function demo_fill(): void {
	global $wpdb, $wp_rewrite;
	update_option('blogdescription', 'Plain answers about backs — from the people who treat them');
	update_option('timezone_string', 'America/New_York');
	$wp_rewrite->set_permalink_structure('/articles/%postname%/');
	foreach (get_posts(['post_type' => ['post', 'page'], 'numberposts' => -1, 'post_status' => 'any']) as $sample) {
		wp_delete_post($sample->ID, true);
	}

	// Without a user WordPress takes every unknown tag out of what is inserted.
	wp_set_current_user(1);
	$people = demo_people();
	$categories = demo_categories();
	$made = [];
	foreach (demo_articles() as $number => $article) {
		$id = demo_must(wp_insert_post(wp_slash([
			'post_status' => 'publish',
			'post_author' => $people[$article['author']],
			'post_title' => $article['title'],
			'post_name' => $article['slug'],
			'post_date' => $article['date'],
			'post_excerpt' => $article['excerpt'] ?? '',
			'post_content' => demo_paragraphs($article['text']),
			'post_password' => $article['password'] ?? '',
			'post_category' => array_map(fn($slug) => $categories[$slug], $article['categories']),
			'tags_input' => $article['tags'] ?? [],
		]), true));
		if (isset($article['picture'])) {
			set_post_thumbnail($id, demo_picture($number, $article['slug'], $article['picture']));
		}
		$made[$article['slug']] = $id;
	}

	// The public may not read what belongs to a draft: with _embed, WordPress 6.1 puts an error where the picture was.
	$draft = wp_insert_post(['post_title' => 'Notes on pillows', 'post_status' => 'draft', 'post_author' => 1]);
	wp_update_post(['ID' => get_post_thumbnail_id($made['sleeping-on-your-side']), 'post_parent' => $draft]);

	// Deleted behind WordPress's back, as careless imports do: the post's author no longer exists.
	$wpdb->delete($wpdb->users, ['ID' => $people['departed']]);

	$card_picture = wp_make_link_relative(get_the_post_thumbnail_url($made['walking-after-back-surgery'], 'medium'));
	demo_pages(demo_elements($card_picture), $people['author']);

	delete_option('rewrite_rules'); // made anew by the first request, when everything is registered
	update_option(DEMO_FILLED, '1');
	echo 'wrote ' . count($made) . " articles and three pages\n";
}

/** @return array<string, int> */
function demo_people(): array {
	$person = fn($login, $role, $name) => demo_must(wp_insert_user([
		'user_login' => $login,
		'user_pass' => wp_generate_password(20),
		'user_email' => "$login@example.org",
		'role' => $role,
		'display_name' => $name,
	]));
	return [
		'physician' => $person('iwarsame', 'editor', 'Idil Warsame, MD'),
		'therapist' => $person('tlindqvist', 'editor', 'Tove Lindqvist, PT'),
		'author' => $person('pdoyle', 'author', 'Pat Doyle'), // may not write unfiltered HTML
		'departed' => $person('departed', 'author', 'Departed Colleague'),
	];
}

/** @return array<string, int> */
function demo_categories(): array {
	$category = fn($name, $slug, $parent = 0) => demo_must(
		wp_insert_term($name, 'category', ['slug' => $slug, 'parent' => $parent])
	)['term_id'];
	$conditions = $category('Conditions', 'conditions');
	$recovery = $category('Recovery & daily life', 'recovery');
	$nerves = $category('Nerve pain', 'nerve-pain', $conditions);
	return [
		'conditions' => $conditions,
		'recovery' => $recovery,
		'nerve-pain' => $nerves,
		'sciatica' => $category('Sciatica', 'sciatica', $nerves),
		'discs' => $category('Discs', 'discs', $conditions),
		'sleep' => $category('Sleep & posture', 'sleep', $recovery),
	];
}

/** Newest first. */
function demo_articles(): array {
	return [
		[ // quotes that become typographic, an ampersand
			'title' => 'Sciatica & sitting: "how long is too long?"',
			'slug' => 'sciatica-and-sitting',
			'date' => '2025-10-14 09:00:00',
			'author' => 'physician',
			'categories' => ['sciatica', 'recovery'],
			'tags' => ['sitting', 'desk work'],
			'excerpt' => "There's no magic number of minutes -- but your leg will tell you, if you let it.",
			'picture' => 'A desk chair pushed back from a table',
			'text' => [
				'Sitting bends the lower back, and a bent back presses on a nerve that is already sore.',
				'Start with twenty minutes. Stand up before the ache travels, not after it has arrived.',
			],
		],
		[ // in the REST answer, but with nothing that a visitor may read
			'title' => 'For our patients: the day of your operation',
			'slug' => 'day-of-your-operation',
			'date' => '2025-10-02 09:00:00',
			'author' => 'physician',
			'categories' => ['recovery'],
			'password' => 'fernhollow',
			'text' => ['Nothing to eat after midnight; bring the list of your medicines.'],
		],
		[ // markup in the title, an excerpt that WordPress makes, a picture that the REST API withholds
			'title' => 'Sleeping on your side: a <em>gentle</em> plan for stiff mornings',
			'slug' => 'sleeping-on-your-side',
			'date' => '2025-09-16 09:00:00',
			'author' => 'therapist',
			'categories' => ['sleep'],
			'tags' => ['sleep', 'pillows'],
			'picture' => 'A bed with three pillows',
			'text' => [
				'A pillow between the knees keeps the upper hip from pulling the spine round. A second one, hugged, does the same for the shoulders. Neither has to be special, or new, or expensive; a folded blanket will do as well, and it is easier to take along.',
				'Give it a week. The first two nights feel odd to nearly everybody, because the body looks for the position that it knows. From the third night on, most people wake up once less, and stand up straighter in the morning than they have for months.',
			],
		],
		[ // no picture, and an author who is gone
			'title' => "What's a disc bulge? A two-minute answer",
			'slug' => 'what-is-a-disc-bulge',
			'date' => '2025-08-20 09:00:00',
			'author' => 'departed',
			'categories' => ['discs'],
			'excerpt' => 'Common, usually harmless & often found by chance.',
			'text' => ['Discs flatten with the years, as hair turns grey. Most bulges are found by chance and hurt nobody.'],
		],
		[
			'title' => 'La ciática, explicada sin prisa',
			'slug' => 'la-ciatica',
			'date' => '2025-07-22 09:00:00',
			'author' => 'physician',
			'categories' => ['sciatica'],
			'tags' => ['español', 'ciática'],
			'excerpt' => '¿Por qué duele la pierna si el problema está en la espalda?',
			'picture' => 'Una persona que camina por un parque',
			'text' => ['El nervio sale de la espalda y baja por la pierna: duele donde termina, no donde lo aprietan.'],
		],
		[
			'title' => 'Walking after back surgery – week by week',
			'slug' => 'walking-after-back-surgery',
			'date' => '2025-06-10 09:00:00',
			'author' => 'therapist',
			'categories' => ['recovery'],
			'tags' => ['surgery', 'walking'],
			'excerpt' => 'First the hallway, then the garden gate, then the corner shop.',
			'picture' => 'A path between two hedges',
			'text' => ['In the first week the hallway is far enough. Add a little each day, and stop a little early.'],
		],
		[
			'title' => 'X-ray, MRI… or neither?',
			'slug' => 'x-ray-mri-or-neither',
			'date' => '2025-05-13 09:00:00',
			'author' => 'physician',
			'categories' => ['conditions', 'discs'],
			'excerpt' => "A picture shows what is there, not what hurts. Here's when we ask for one.",
			'picture' => 'A light box on a wall',
			'text' => ['Most backs get better before a picture would change anything that we do.'],
		],
		[
			'title' => 'Heat or ice? Either, if it helps',
			'slug' => 'heat-or-ice',
			'date' => '2025-04-08 09:00:00',
			'author' => 'therapist',
			'categories' => ['recovery'],
			'picture' => 'A hot-water bottle in a knitted cover',
			'text' => ['Ten minutes, a cloth in between, and whichever feels kinder.'],
		],
		[
			'title' => 'Pins & needles in the hand: the neck as a suspect',
			'slug' => 'pins-and-needles',
			'date' => '2025-03-04 09:00:00',
			'author' => 'physician',
			'categories' => ['nerve-pain'],
			'excerpt' => 'Thumb, middle finger or little finger? The nerve signs its work.',
			'picture' => 'An open hand on a table',
			'text' => ['Which fingers tingle says which nerve to ask. New weakness is a reason to call the same day.'],
		],
	];
}

function demo_paragraphs(array $texts): string {
	$blocks = array_map(fn($text) => "<!-- wp:paragraph -->\n<p>$text</p>\n<!-- /wp:paragraph -->", $texts);
	return implode("\n\n", $blocks);
}

/** Draws a spine in the morning light and puts it into the media library. */
function demo_picture(int $number, string $name, string $alt): int {
	[$width, $height] = [1200, 800];
	$image = imagecreatetruecolor($width, $height);
	$hue = fn($low, $high) => $low + ($number * 37) % ($high - $low);
	[$red, $green, $blue] = [$hue(96, 150), $hue(130, 170), $hue(120, 165)];
	for ($y = 0; $y < $height; $y++) {
		$light = (int) (85 * $y / $height);
		imageline($image, 0, $y, $width, $y, imagecolorallocate($image, $red + $light, $green + $light, $blue + $light));
	}
	$bone = imagecolorallocate($image, 250, 246, 238);
	$shade = imagecolorallocate($image, $red - 30, $green - 30, $blue - 30);
	for ($vertebra = 0; $vertebra < 9; $vertebra++) {
		$x = (int) ($width / 2 + 110 * sin($vertebra / 2.2 + $number));
		$y = 70 + $vertebra * 82;
		imagefilledellipse($image, $x, $y + 8, 190 + $vertebra * 8, 60, $shade);
		imagefilledellipse($image, $x, $y, 190 + $vertebra * 8, 58, $bone);
	}
	$file = wp_upload_dir()['path'] . "/$name.jpg";
	imagejpeg($image, $file, 82);
	$id = demo_must(wp_insert_attachment(
		['post_mime_type' => 'image/jpeg', 'post_title' => $alt, 'post_status' => 'inherit'],
		$file,
		0,
		true
	));
	wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
	update_post_meta($id, '_wp_attachment_image_alt', $alt);
	return $id;
}

/**
 * What a site developer writes: inline children only, no blank line inside a tag. So it also lives in the classic
 * editor, and still reads, links and dials when the tags are lost. Four posts are asked for and three are shown:
 * the second is protected and falls out.
 */
function demo_elements(string $card_picture): string {
	$phone = DEMO_PHONE;
	$shown = DEMO_PHONE_SHOWN;
	return <<<HTML
		<call-cta label="Call the clinic"><a href="tel:$phone">$shown</a></call-cta>

		<article-card category="Recovery &amp; daily life">
		<img src="$card_picture" alt="A path between two hedges" width="300" height="200">
		<a href="/articles/walking-after-back-surgery/">Walking after back surgery – week by week</a>
		<time datetime="2025-06-10">June 10, 2025</time>
		</article-card>

		<related-posts class="alignwide" src="/wp-json/wp/v2/posts?per_page=4" heading="More to read">
		<a href="/articles/category/conditions/">Articles about conditions</a>
		<a href="/articles/category/recovery/">Articles about recovery &amp; daily life</a>
		</related-posts>

		<contact-form action="/wp-json/clinic-demo/v1/leads" heading="Ask for an appointment" phone="$phone"><a href="mailto:desk@example.org">Write to the front desk</a></contact-form>
		HTML;
}

function demo_pages(string $elements, int $author): void {
	$page = fn($slug, $title, $content) => demo_must(wp_insert_post(wp_slash([
		'post_type' => 'page',
		'post_status' => 'publish',
		'post_name' => $slug,
		'post_title' => $title,
		'post_content' => $content,
	]), true));
	$in_html_block = fn($html) => "<!-- wp:html -->\n$html\n<!-- /wp:html -->";

	$page('elements-block', 'Our elements, in a Custom HTML block', $in_html_block($elements));
	$page('elements-classic', 'Our elements, in the classic editor', $elements);

	// As somebody whose HTML WordPress filters when it is saved.
	wp_set_current_user($author);
	$phone = DEMO_PHONE;
	$page('elements-author', 'Our elements, from an author', implode("\n\n", [
		$in_html_block('<article-card heading="An honest card" href="/articles/heat-or-ice/"></article-card>'),
		$in_html_block('<article-card heading="A poisoned card" href="javascript:alert(1)" image="javascript:alert(2)" onclick="alert(3)"></article-card>'),
		"<!-- wp:shortcode -->\n[call-cta phone=\"$phone\" label=\"Call the clinic\"][/call-cta]\n<!-- /wp:shortcode -->",
	]));
	wp_set_current_user(1);
}
