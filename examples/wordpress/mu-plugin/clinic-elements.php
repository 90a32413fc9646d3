<?php
/**
 * Plugin Name: Clinic elements
 * Description: Loads clinic-elements, and keeps WordPress from taking its tags apart.
 *
 * A model to copy: put this file into wp-content/mu-plugins/, and the library's dist/cdn folder with
 * dist/clinic-elements.css into wp-content/clinic-elements/. Delete what your site does not need.
 */

defined( 'ABSPATH' ) || exit;

/** The tags, and the attributes that people may write on them. */
const CLINIC_ELEMENTS = array(
	'article-card'  => 'href heading heading-level excerpt image image-alt image-srcset image-sizes published reviewed reviewer category layout',
	'article-hero'  => 'heading heading-level image image-alt image-width image-height image-srcset image-sizes focal caption credit category category-href author author-href published modified layout',
	'medical-review' => 'reviewer credentials reviewer-href reviewer-type reviewed modified policy-href stale-after',
	'related-posts' => 'source src limit heading heading-level categories tags exclude pinned order layout eager',
	'article-contents' => 'heading heading-level target depth min sticky collapsible',
	'faq-list'      => 'heading heading-level open-one items',
	'skip-link'     => 'target label',
	'action-link'   => 'href label description target variant',
	'site-banner'   => 'kind message label starts ends time-zone dismissable banner-id remember',
	'medical-disclaimer' => 'kind heading heading-level country emergency-number crisis-line',
	'contact-form'  => 'action name transport heading heading-level phone success-url thanks fields consent-text shielded token-url challenge-url attribution clinic locations place reasons without-privacy-note',
	'call-cta'      => 'phone label hours time-zone holidays place sticky no-swap country tracking tracking-id tracking-src sms whatsapp',
	'phone-number'  => 'phone country place no-swap tracking tracking-id tracking-src',
	'condition-checker' => 'src heading heading-level expired form phone country place',
	'open-hours'    => 'hours time-zone holidays place heading heading-level start compact',
	'clinic-info'   => 'src no-structured-data',
	'clinic-location' => 'place name heading-level href street locality region postal-code country phone fax tty email hours time-zone holidays image image-alt parking transit accessibility directions-href map-src',
	'provider-card' => 'provider name heading-level href credentials job-title specialties languages accepting locations npi image image-alt phone book-href',
);

/** Attributes that hold an address and that WordPress does not know as such. */
const CLINIC_ELEMENTS_ADDRESSES = array( 'image', 'success-url', 'token-url', 'challenge-url', 'tracking-src', 'category-href', 'author-href', 'reviewer-href', 'policy-href', 'directions-href', 'map-src', 'book-href' );

// The look comes first, so that nothing moves when the script arrives.
add_action( 'wp_enqueue_scripts', function () {
	$file = 'clinic-elements/clinic-elements.css';
	wp_enqueue_style( 'clinic-elements', content_url( $file ), array(), filemtime( WP_CONTENT_DIR . "/$file" ) );
} );

// A module, so it needs type="module". (wp_enqueue_script_module() does this too, from WordPress 6.5.)
add_action( 'wp_head', function () {
	$file = 'clinic-elements/clinic-elements.js';
	$src  = add_query_arg( 'ver', filemtime( WP_CONTENT_DIR . "/$file" ), content_url( $file ) );
	wp_print_script_tag( array( 'type' => 'module', 'src' => esc_url( $src ) ) );
} );

// People without the right "unfiltered_html" (authors, contributors; on a multisite also editors and administrators)
// lose every unknown tag when they save. Whoever may write <contact-form> decides where patients' words go: leave
// 'action' off the list above if that should stay with you, and offer them a shortcode of your own instead.
add_filter( 'wp_kses_allowed_html', function ( $allowed, $context ) {
	if ( 'post' === $context ) {
		$anywhere = array_fill_keys( array( 'class', 'id', 'lang', 'dir' ), true );
		foreach ( CLINIC_ELEMENTS as $tag => $attributes ) {
			$allowed[ $tag ] = $anywhere + array_fill_keys( explode( ' ', $attributes ), true );
		}
	}
	return $allowed;
}, 10, 2 );

// WordPress checks the scheme (no "javascript:") only in attributes that it knows to be addresses.
add_filter( 'wp_kses_uri_attributes', function ( $names ) {
	return array_merge( $names, CLINIC_ELEMENTS_ADDRESSES );
} );

// Typographic quotes are for text. Without this a ">" in an attribute makes WordPress curl the quotes after it.
add_filter( 'no_texturize_tags', function ( $tags ) {
	return array_merge( $tags, array_keys( CLINIC_ELEMENTS ) );
} );

// The classic editor's Visual tab deletes tags that it does not know. It still deletes empty ones: put a link inside.
add_filter( 'tiny_mce_before_init', function ( $settings ) {
	$add = function ( $name, $tags ) use ( &$settings ) {
		$settings[ $name ] = ltrim( ( $settings[ $name ] ?? '' ) . ',' . implode( ',', $tags ), ',' );
	};
	$tags = array_keys( CLINIC_ELEMENTS );
	$add( 'custom_elements', $tags );
	$add( 'extended_valid_elements', array_map( function ( $tag ) { return $tag . '[*]'; }, $tags ) );
	return $settings;
} );

// Each tag is a shortcode as well, which no editor takes apart: [call-cta phone="+1 614 555 0142"].
foreach ( CLINIC_ELEMENTS as $clinic_elements_tag => $clinic_elements_attributes ) {
	add_shortcode( $clinic_elements_tag, function ( $given, $content, $tag ) {
		$addresses = array_merge( array( 'href', 'src', 'action' ), CLINIC_ELEMENTS_ADDRESSES );
		$html      = "<$tag";
		foreach ( explode( ' ', CLINIC_ELEMENTS[ $tag ] ) as $name ) {
			if ( in_array( $name, (array) $given, true ) ) { // [call-cta sticky]
				$html .= " $name";
			}
			if ( isset( $given[ $name ] ) ) {
				$value = in_array( $name, $addresses, true ) ? esc_url( $given[ $name ] ) : esc_attr( $given[ $name ] );
				$html .= " $name=\"$value\"";
			}
		}
		return "$html>" . do_shortcode( (string) $content ) . "</$tag>";
	} );
}
