<?php
/**
 * Plugin Name: Clinic demo: leads
 * Description: Takes what a contact form sends, keeps it once, and shows it under Tools.
 *
 * POST /wp-json/clinic-demo/v1/leads takes a lead as JSON (lead.schema.json of clinic-elements) and answers
 * { "ok": true, "id": "…", "receipt": "…" }, or 422 with { "ok": false, "errors": [ { "field": "…", "message": "…" } ] }.
 * It also takes the form itself, from a browser without script, and sends that back to its page.
 *
 * A model to copy; docs/server.md of clinic-elements says why. Yours to add: a rate limit, and when leads are deleted.
 * To be told of new leads:
 *
 *     add_action( 'clinic_lead_received', function ( $lead, $receipt ) {
 *         wp_mail( 'desk@clinic.example', "New request $receipt", 'It is under Tools.' );
 *     }, 10, 2 );
 */

defined( 'ABSPATH' ) || exit;

const CLINIC_LEADS_VERSION = '1';
const CLINIC_LEADS_LARGEST = 262144; // bytes
const CLINIC_LEADS_UUID    = '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
const CLINIC_LEADS_NAME    = '^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .:[\]()/-]{0,99}$';

add_action( 'rest_api_init', function () {
	register_rest_route( 'clinic-demo/v1', '/leads', array(
		'methods'             => 'POST',
		'callback'            => 'clinic_leads_receive',
		'permission_callback' => '__return_true', // visitors are not logged in
	) );
} );

function clinic_leads_receive( WP_REST_Request $request ) {
	$type    = $request->get_content_type()['value'] ?? '';
	$is_form = in_array( $type, array( 'application/x-www-form-urlencoded', 'multipart/form-data' ), true );
	// Browsers name the origin of every POST; who names none is no other site's page.
	if ( ! in_array( get_http_origin(), array( '', clinic_leads_own_origin() ), true ) ) {
		return clinic_leads_refuse( 403, array( array( 'message' => 'This form may only be sent from our own website.' ) ), $is_form );
	}
	$input = $is_form ? $request->get_body_params() : $request->get_json_params();
	if ( strlen( $is_form ? wp_json_encode( $input ) : $request->get_body() ) > CLINIC_LEADS_LARGEST ) {
		return clinic_leads_refuse( 413, array( array( 'message' => 'This message is too long for us. Please shorten it.' ) ), $is_form );
	}
	$lead   = $is_form ? clinic_leads_from_form( $input, $request->get_header( 'referer' ) ) : $input;
	$errors = clinic_leads_errors( $lead );
	if ( $errors ) {
		return clinic_leads_refuse( 422, $errors, $is_form );
	}
	// A form without script has no id: there the same answers within ten minutes are a double click.
	$kept = clinic_leads_store( $lead, $is_form && $lead['id'] !== ( $input['_clinic_id'] ?? '' ) );
	if ( $is_form && $kept && ! $kept['is_same'] ) {
		// A cached page gives each of its visitors the same id; the next one is another lead.
		$kept = clinic_leads_store( array( 'id' => wp_generate_uuid4() ) + $lead, true );
	}
	if ( ! $kept ) {
		return clinic_leads_refuse( 503, array( array( 'message' => 'Something is wrong on our side. Please call us.' ) ), $is_form );
	}
	if ( $is_form ) {
		// A redirect, so that a reload of the page does not send the form again.
		$page = $lead['page']['url'] ? $lead['page']['url'] : home_url( '/' );
		return new WP_REST_Response( null, 303, array( 'Location' => add_query_arg( 'message', 'sent', $page ) ) );
	}
	return new WP_REST_Response( array( 'ok' => true, 'id' => $lead['id'], 'receipt' => $kept['receipt'] ), 201 );
}

/** What is wrong with a lead: a list of array( 'field' => …, 'message' => … ), empty where nothing is. */
function clinic_leads_errors( $lead ) {
	if ( ! is_array( $lead ) || ! is_array( $lead['fields'] ?? null ) ) {
		return array( array( 'message' => 'This is not a lead.' ) );
	}
	$answer = array( 'type' => 'string', 'maxLength' => 100000 );
	$id     = array( 'type' => 'string', 'pattern' => CLINIC_LEADS_UUID, 'required' => true );
	$name   = array( 'type' => 'string', 'pattern' => CLINIC_LEADS_NAME );
	// lead.schema.json in the words of WordPress's own validator, which knows no references.
	$schema = array(
		'type'       => 'object',
		'properties' => array(
			'id'          => $id,
			'supersedes'  => array( 'type' => 'array', 'items' => $id, 'maxItems' => 20 ),
			'form'        => $name,
			'fields'      => array( 'type' => 'object', 'maxProperties' => 100 ),
			'consents'    => array(
				'type'     => 'array',
				'maxItems' => 20,
				'items'    => array(
					'type'       => 'object',
					'properties' => array(
						'purpose' => $name,
						'text'    => array( 'type' => 'string', 'maxLength' => 5000, 'required' => true ),
						'given'   => array( 'type' => 'boolean', 'required' => true ),
						'at'      => array( 'type' => 'string', 'format' => 'date-time', 'required' => true ),
						'sha256'  => array( 'type' => 'string', 'pattern' => '^[0-9a-f]{64}$' ),
					),
				),
			),
			'attribution' => array(
				'type'                 => 'object',
				'maxProperties'        => 50,
				'patternProperties'    => array( CLINIC_LEADS_NAME => array( 'type' => 'string', 'maxLength' => 1000 ) ),
				'additionalProperties' => false,
			),
			'signals'     => array(
				'type'       => 'object',
				'properties' => array(
					'trap'         => array( 'type' => 'boolean' ),
					'seconds'      => array( 'type' => 'integer', 'minimum' => 0, 'maximum' => 1000000000 ),
					'interactions' => array( 'type' => 'integer', 'minimum' => 0, 'maximum' => 1000000000 ),
					'proof'        => array( 'type' => 'string', 'maxLength' => 4000 ),
				),
			),
			'page'        => array(
				'type'       => 'object',
				'required'   => true,
				'properties' => array(
					'url'      => array( 'type' => 'string', 'maxLength' => 4000, 'pattern' => '^(?:https?:\/\/\S+)?$', 'required' => true ),
					'title'    => array( 'type' => 'string', 'maxLength' => 1000 ),
					'language' => array( 'type' => 'string', 'maxLength' => 1000 ),
				),
			),
			'submittedAt' => array( 'type' => 'string', 'format' => 'date-time', 'required' => true ),
		),
	);
	$errors = array();
	$whole  = rest_validate_value_from_schema( $lead, $schema, 'lead' );
	if ( is_wp_error( $whole ) ) {
		$errors[] = array( 'message' => $whole->get_error_message() );
	}
	// Each answer by itself, so that the form can say which one it is.
	foreach ( array_slice( $lead['fields'], 0, 100, true ) as $field => $value ) {
		if ( ! preg_match( '#' . CLINIC_LEADS_NAME . '#uD', $field ) ) {
			$errors[] = array( 'message' => 'A field has a name that we cannot take.' );
		} elseif ( is_array( $value ) && ( count( $value ) > 50 || array_values( $value ) !== $value ) ) {
			$errors[] = array( 'field' => (string) $field, 'message' => 'This must be text, or a list of at most 50.' );
		} else {
			foreach ( (array) $value as $text ) {
				$valid = rest_validate_value_from_schema( $text, $answer, 'This' );
				if ( is_wp_error( $valid ) ) {
					$errors[] = array( 'field' => (string) $field, 'message' => $valid->get_error_message() );
					break;
				}
			}
		}
	}
	if ( ! $errors && '' === trim( clinic_leads_text( $lead['fields'] ) ) ) {
		$errors[] = array( 'message' => 'Please fill in the form: every answer is empty.' );
	}
	return array_slice( $errors, 0, 20 );
}

/** All answers as one text. */
function clinic_leads_text( $fields ) {
	$text = '';
	array_walk_recursive( $fields, function ( $value ) use ( &$text ) { $text .= "$value\n"; } );
	return $text;
}

/**
 * A lead of what a browser without script sent. Names that begin with "_clinic_" are the form's own; others are the
 * author's, and nobody's answer is refused for them.
 */
function clinic_leads_from_form( $input, $referrer ) {
	$own    = array();
	$fields = array();
	foreach ( $input as $name => $value ) {
		if ( 0 === strpos( $name, '_clinic_' ) ) {
			$own[ $name ] = is_string( $value ) ? $value : '';
			continue;
		}
		$name = (string) preg_replace( '#[^\p{L}\p{M}\p{N}_ .:[\]()/-]#u', '_', $name );
		$name = mb_substr( preg_match( '#' . CLINIC_LEADS_NAME . '#uD', $name ) ? $name : "_$name", 0, 100 );
		if ( is_array( $value ) ) { // topics[], address[street]
			$fields[ $name ] = array();
			array_walk_recursive( $value, function ( $text ) use ( &$fields, $name ) { $fields[ $name ][] = $text; } );
		} else {
			$fields[ $name ] = $value;
		}
	}
	$id   = $own['_clinic_id'] ?? '';
	$form = $own['_clinic_form'] ?? '';
	$page = strtok( (string) $referrer, '?#' );
	return array(
		'id'          => preg_match( '#' . CLINIC_LEADS_UUID . '#D', $id ) ? $id : wp_generate_uuid4(),
		'form'        => preg_match( '#' . CLINIC_LEADS_NAME . '#uD', $form ) ? $form : 'contact',
		'fields'      => $fields,
		'signals'     => isset( $own['_clinic_ref'] ) ? array( 'trap' => '' !== $own['_clinic_ref'] ) : array(),
		'page'        => array( 'url' => 0 === strpos( "$page/", clinic_leads_own_origin() . '/' ) ? $page : '' ),
		'submittedAt' => gmdate( 'Y-m-d\TH:i:s\Z' ),
	);
}

/**
 * Keeps a lead, once. Returns array( 'receipt' => …, 'is_same' => … ) of the one that is kept, which may be an earlier
 * one; null where the database does not take it.
 */
function clinic_leads_store( $lead, $fold_equal_content ) {
	global $wpdb;
	$table   = clinic_leads_table();
	$form    = $lead['form'] ?? 'contact';
	$content = hash( 'sha256', wp_json_encode( array( $form, $lead['fields'] ) ) );
	$since   = gmdate( 'Y-m-d H:i:s', time() - 600 );
	// Equal answers wait for each other. A NOT EXISTS inside the INSERT would lock a range of the index instead, and
	// two leads that arrive at once would make the database end one of them as a deadlock.
	$lock = 'clinic_leads_' . substr( $content, 0, 48 ); // at most 64 characters
	if ( $fold_equal_content ) {
		$wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, 10)', $lock ) );
	}
	$find   = "SELECT receipt, content FROM $table WHERE";
	$kept   = $fold_equal_content
		? $wpdb->get_row( $wpdb->prepare( "$find content = %s AND received > %s LIMIT 1", $content, $since ), ARRAY_A )
		: null;
	$is_new = false;
	if ( ! $kept ) {
		// The database decides which of two equal leads was first: ids are unique, and IGNORE keeps the first.
		$is_new = $wpdb->query( $wpdb->prepare(
			"INSERT IGNORE INTO $table (id, receipt, received, lead, content) VALUES (%s, %s, %s, %s, %s)",
			$lead['id'],
			'FS-' . strtoupper( bin2hex( random_bytes( 4 ) ) ),
			gmdate( 'Y-m-d H:i:s' ),
			wp_json_encode( $lead ),
			$content
		) );
		$kept   = $wpdb->get_row( $wpdb->prepare( "$find id = %s", $lead['id'] ), ARRAY_A );
	}
	if ( $fold_equal_content ) {
		$wpdb->query( $wpdb->prepare( 'DO RELEASE_LOCK(%s)', $lock ) );
	}
	if ( $is_new && $kept ) {
		try {
			/** A lead is stored, for the first time. An older one in $lead['supersedes'] no longer counts. */
			do_action( 'clinic_lead_received', $lead, $kept['receipt'] );
		} catch ( Throwable $error ) {
			// A mail that fails must not cost the visitor a second try. What it says may quote the lead.
			error_log( 'clinic_lead_received: ' . get_class( $error ) . " for {$kept['receipt']}" );
		}
	}
	return $kept ? array( 'receipt' => $kept['receipt'], 'is_same' => $kept['content'] === $content ) : null;
}

/** The table of leads, made when it is first used: a must-use plugin is never activated. */
function clinic_leads_table() {
	global $wpdb;
	$table = $wpdb->prefix . 'clinic_leads';
	if ( get_option( 'clinic_leads_version' ) !== CLINIC_LEADS_VERSION ) {
		$made = $wpdb->query( "CREATE TABLE IF NOT EXISTS $table (
			number BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
			id CHAR(36) CHARACTER SET ascii NOT NULL UNIQUE,
			receipt VARCHAR(20) CHARACTER SET ascii NOT NULL UNIQUE,
			received DATETIME NOT NULL,
			lead LONGTEXT NOT NULL,
			content CHAR(64) CHARACTER SET ascii NOT NULL,
			KEY content (content, received)
		) {$wpdb->get_charset_collate()}" );
		if ( $made ) {
			update_option( 'clinic_leads_version', CLINIC_LEADS_VERSION );
		}
	}
	return $table;
}

/** To a form's script in JSON; to a person without script on a page with a way back. */
function clinic_leads_refuse( $status, $errors, $is_form ) {
	if ( ! $is_form ) {
		return new WP_REST_Response( array( 'ok' => false, 'errors' => $errors ), $status );
	}
	$lines = array_map( function ( $error ) {
		return '<li>' . esc_html( isset( $error['field'] ) ? "{$error['field']}: {$error['message']}" : $error['message'] ) . '</li>';
	}, $errors );
	wp_die(
		'<h1>Your message has not been sent yet</h1><ul>' . implode( '', $lines ) . '</ul>',
		'Error: your message was not sent',
		array( 'response' => $status, 'back_link' => true )
	);
}

/** As a browser names it, with the port. (get_allowed_http_origins() leaves the port out.) */
function clinic_leads_own_origin() {
	$home = wp_parse_url( home_url() );
	return $home['scheme'] . '://' . $home['host'] . ( isset( $home['port'] ) ? ":{$home['port']}" : '' );
}

// What a visitor without script finds on the page after sending.
add_filter( 'the_content', function ( $content ) {
	$is_sent = is_singular() && in_the_loop() && 'sent' === ( $_GET['message'] ?? '' );
	return $is_sent ? '<p role="status">Thank you. Your message has arrived.</p>' . $content : $content;
} );

add_action( 'admin_menu', function () {
	add_management_page( 'Demo leads', 'Demo leads', 'manage_options', 'clinic-demo-leads', function () {
		global $wpdb;
		$rows = $wpdb->get_results( 'SELECT receipt, received, lead FROM ' . clinic_leads_table() . ' ORDER BY number', ARRAY_A );
		// Read from the newer lead, because the older one may arrive later than it.
		$replaced = array();
		foreach ( $rows as &$row ) {
			$row['lead'] = json_decode( $row['lead'], true );
			$replaced   += array_fill_keys( $row['lead']['supersedes'] ?? array(), $row['receipt'] );
		}
		unset( $row );
		echo '<div class="wrap"><h1>Demo leads</h1><table class="widefat striped"><thead>';
		echo '<tr><th>Receipt</th><th>Received (UTC)</th><th>Fields</th></tr></thead><tbody id="clinic-demo-leads">';
		foreach ( $rows as $row ) {
			$by = $replaced[ $row['lead']['id'] ] ?? null;
			printf(
				'<tr><td>%s</td><td>%s</td><td><code>%s</code></td></tr>',
				esc_html( $row['receipt'] . ( $by ? " (replaced by $by)" : '' ) ),
				esc_html( $row['received'] ),
				esc_html( wp_json_encode( $row['lead']['fields'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) )
			);
		}
		echo '</tbody></table></div>';
	} );
} );
