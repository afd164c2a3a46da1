package io.mokuroku.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything of one run listens: fixed distances from one base port, on the
 * loopback address.
 *
 * @param base the port of search-api, 1024 to 65000
 */
public record Ports(int base) {

	/** The base port when none is chosen. */
	public static final int DEFAULT_BASE = 7700;

	public Ports {
		if (base < 1024 || base > 65000) {
			throw new Refusal("The port base must be between 1024 and 65000, not " + base + ".");
		}
	}

	public int search() {
		return this.base;
	}

	public int sync() {
		return this.base + 1;
	}

	public int enrichment() {
		return this.base + 2;
	}

	public int review() {
		return this.base + 3;
	}

	public int episodes() {
		return this.base + 4;
	}

	public int aws() {
		return this.base + 10;
	}

	public int sqs() {
		return this.base + 11;
	}

	public int s3() {
		return this.base + 12;
	}

	public int dynamoDb() {
		return this.base + 13;
	}

	public int redis() {
		return this.base + 14;
	}

	public int oidc() {
		return this.base + 15;
	}

	public int upstream() {
		return this.base + 16;
	}

	/** What stands in for Amazon A2I, where somebody starts it. */
	public int a2i() {
		return this.base + 17;
	}

	/**
	 * The address of something that listens on a port of this run.
	 * @param port one of this run's ports
	 * @return the URL without a path
	 */
	public static String url(int port) {
		return "http://127.0.0.1:" + port;
	}

	public String issuer() {
		return url(oidc()) + "/mokuroku";
	}

	/**
	 * Every port of the run and what wants it.
	 * @return names by port, in the order of the ports
	 */
	public Map<Integer, String> owners() {
		Map<Integer, String> owners = new LinkedHashMap<>();
		owners.put(search(), "search-api");
		owners.put(sync(), "sync-service");
		owners.put(enrichment(), "enrichment-service");
		owners.put(review(), "review-service");
		owners.put(episodes(), "episode-scheduler");
		owners.put(aws(), "the local AWS services");
		owners.put(sqs(), "the queues (SQS)");
		owners.put(s3(), "the buckets (S3)");
		owners.put(dynamoDb(), "DynamoDB Local");
		owners.put(redis(), "Redis");
		owners.put(oidc(), "the login server");
		owners.put(upstream(), "the demo upstream");
		return owners;
	}

}
