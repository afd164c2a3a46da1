package io.mokuroku.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.CacheKey;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * What sources answered, byte by byte, for those who judge what was made of it. Every
 * method throws {@link RetryableFailure} if the bucket cannot be read.
 */
public final class SourceAnswers {

	private final RawResponses responses;

	SourceAnswers(RawResponses responses) {
		this.responses = responses;
	}

	/** The names of all answers of a source that are kept, of any time. */
	public List<CacheKey> of(AnsweringSource source) {
		return reading(() -> this.responses.about(source.api(), source.link().externalId())).stream()
			.filter(source::isAbout)
			.toList();
	}

	/**
	 * An answer as it was when people were asked.
	 * @param at no later answer is given
	 */
	public Kept find(CacheKey key, Instant at) {
		return reading(() -> {
			try {
				return this.responses.find(key, at).<Kept>map(Kept.Whole::new).orElseGet(Kept.Nothing::new);
			}
			catch (NoSuchKeyException _) {
				return new Kept.Nothing();
			}
			catch (IllegalStateException _) {
				return new Kept.Broken();
			}
		});
	}

	private static <T> T reading(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("Kept answers cannot be read", ex);
		}
	}

	/** What became of an answer. */
	public sealed interface Kept {

		/**
		 * It is there.
		 *
		 * @param response as it came
		 */
		record Whole(RawResponse response) implements Kept {
		}

		/** It came later, is not kept any more or never was. */
		record Nothing() implements Kept {
		}

		/** What is kept is not what came. */
		record Broken() implements Kept {
		}

	}

}
