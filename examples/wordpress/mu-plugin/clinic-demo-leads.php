<?php
/**
 * Plugin Name: Clinic demo: leads
 * Description: Takes what the example's contact form sends, and shows it under Tools. For the demo only.
 *
 * POST /wp-json/clinic-demo/v1/leads with { "id": "…", "fields": { … } } answers { "ok": true, "id": "…", "receipt": "…" }.
 * The form and the browser may both send a lead again. Equal ids are one lead, and get the first answer again.
 */

defined( 'ABSPATH' ) || exit;

const CLINIC_DEMO_LEAD = 'clinic_demo_lead_';

add_action( 'rest_api_init', function () {
	register_rest_route( 'clinic-demo/v1', '/leads', array(
		'methods'             => 'POST',
		'callback'            => 'clinic_demo_take_lead',
		'permission_callback' => '__return_true', // visitors are not logged in
	) );
} );

function clinic_demo_take_lead( WP_REST_Request $request ) {
	global $wpdb;
	$body = $request->get_body();
	$lead = strlen( $body ) < 262144 ? json_decode( $body, true ) : null;
	$id   = $lead['id'] ?? null;
	if ( ! is_string( $id ) || ! preg_match( '/^[\w-]{8,64}$/D', $id ) || empty( $lead['fields'] ) ) {
		return new WP_REST_Response( array( 'ok' => false, 'error' => 'not a lead' ), 400 );
	}
	$record = wp_json_encode( array(
		'received' => gmdate( 'c' ),
		'receipt'  => 'FS-' . strtoupper( bin2hex( random_bytes( 4 ) ) ),
		'lead'     => $lead,
	) );
	// The database decides which of two equal leads was first: option names are unique, and IGNORE keeps the first.
	// (add_option() would overwrite it.)
	$wpdb->query( $wpdb->prepare(
		"INSERT IGNORE INTO $wpdb->options (option_name, option_value, autoload) VALUES (%s, %s, 'no')",
		CLINIC_DEMO_LEAD . $id,
		$record
	) );
	$kept = json_decode( $wpdb->get_var( $wpdb->prepare(
		"SELECT option_value FROM $wpdb->options WHERE option_name = %s",
		CLINIC_DEMO_LEAD . $id
	) ), true );
	if ( ! $kept ) {
		return new WP_REST_Response( array( 'ok' => false, 'error' => 'not stored' ), 500 );
	}
	return array( 'ok' => true, 'id' => $id, 'receipt' => $kept['receipt'] );
}

add_action( 'admin_menu', function () {
	add_management_page( 'Demo leads', 'Demo leads', 'manage_options', 'clinic-demo-leads', function () {
		global $wpdb;
		$rows = $wpdb->get_col( $wpdb->prepare(
			"SELECT option_value FROM $wpdb->options WHERE option_name LIKE %s ORDER BY option_id",
			$wpdb->esc_like( CLINIC_DEMO_LEAD ) . '%'
		) );
		echo '<div class="wrap"><h1>Demo leads</h1><table class="widefat striped"><thead>';
		echo '<tr><th>Receipt</th><th>Received (UTC)</th><th>Fields</th></tr></thead><tbody id="clinic-demo-leads">';
		foreach ( $rows as $row ) {
			$record = json_decode( $row, true );
			$fields = wp_json_encode( $record['lead']['fields'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
			printf(
				'<tr><td>%s</td><td>%s</td><td><code>%s</code></td></tr>',
				esc_html( $record['receipt'] ),
				esc_html( $record['received'] ),
				esc_html( $fields )
			);
		}
		echo '</tbody></table></div>';
	} );
} );
