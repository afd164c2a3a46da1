package io.mokuroku.review.loop;

import java.util.Optional;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Where A2I puts what workers answered.
 */
final class AnswerBucket {

	private static final String SCHEME = "s3://";

	private final S3Client s3;

	private final String place;

	/**
	 * Answers under one place.
	 * @param place {@code s3://bucket/prefix}; nothing else is ever read
	 */
	AnswerBucket(S3Client s3, String place) {
		this.s3 = s3;
		this.place = place.endsWith("/") ? place : place + "/";
	}

	/**
	 * The text at an address; empty if there is none, or if it lies elsewhere.
	 * @throws RetryableFailure if the bucket does not answer
	 */
	Optional<String> find(String address) {
		if (!address.startsWith(this.place)) {
			return Optional.empty();
		}
		String[] parts = address.substring(SCHEME.length()).split("/", 2);
		try {
			return Optional.of(this.s3.getObjectAsBytes((get) -> get.bucket(parts[0]).key(parts[1])).asUtf8String());
		}
		catch (NoSuchKeyException _) {
			return Optional.empty();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The answers of workers cannot be read", ex);
		}
	}

}
