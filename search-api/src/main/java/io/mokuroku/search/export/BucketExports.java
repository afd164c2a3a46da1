package io.mokuroku.search.export;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

import io.mokuroku.cloud.Patience;
import io.mokuroku.export.Export;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Exports in a bucket of S3.
 */
final class BucketExports implements Exports {

	private final S3Client s3;

	private final String bucket;

	BucketExports(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	@Override
	public Optional<Export> latest() {
		return calling(() -> this.s3
			.getObject((get) -> get.bucket(this.bucket).key(Export.LATEST).overrideConfiguration(Patience.CALLS::limit),
					ResponseTransformer.toBytes())
			.asByteArray()).map(Export::read);
	}

	@Override
	public Optional<InputStream> open(Export export) {
		return calling(() -> new BucketFile(this.s3.getObject((get) -> get.bucket(this.bucket).key(export.key()))));
	}

	private static <T> Optional<T> calling(Supplier<T> call) {
		try {
			return Optional.of(call.get());
		}
		catch (NoSuchKeyException _) {
			return Optional.empty();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The store of exports does not answer: " + ex.getMessage(), ex);
		}
	}

	/**
	 * A file whose rest is left where it is closed early: the client of S3 would read it
	 * to its end for the sake of the connection, while nobody wants it.
	 */
	private static final class BucketFile extends FilterInputStream {

		private final Abortable file;

		BucketFile(ResponseInputStream<?> file) {
			super(file);
			this.file = file;
		}

		@Override
		public void close() {
			this.file.abort();
		}

	}

}
