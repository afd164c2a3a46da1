package io.mokuroku.local.schedules;

/**
 * The region and account every resource of the local cloud lives in.
 */
final class Arns {

	static final String REGION = "us-east-1";

	static final String ACCOUNT = "000000000000";

	static final String PREFIX = "arn:aws:scheduler:" + REGION + ":" + ACCOUNT + ":";

	private Arns() {
	}

}
