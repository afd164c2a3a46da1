package io.mokuroku.upstream.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * Collects a body and hangs up as soon as it is too large.
 */
final class CappedBody implements BodySubscriber<byte[]> {

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final int largest;

	private volatile @Nullable Subscription subscription;

	CappedBody(int largest) {
		this.largest = largest;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.received.size() + buffer.remaining() > this.largest) {
				Subscription current = this.subscription;
				if (current != null) {
					current.cancel();
				}
				this.body.completeExceptionally(new TooLarge(this.largest));
				return;
			}
			byte[] bytes = new byte[buffer.remaining()];
			buffer.get(bytes);
			this.received.writeBytes(bytes);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.body.complete(this.received.toByteArray());
	}

	/** A body that is larger than allowed. */
	static final class TooLarge extends IOException {

		TooLarge(int largest) {
			super("more than " + largest + " bytes");
		}

	}

}
