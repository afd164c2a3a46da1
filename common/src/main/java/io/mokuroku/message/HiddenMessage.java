package io.mokuroku.message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;

/**
 * A message that nobody else is shown while its handler works, so that long work is not
 * done twice. It is hidden anew three times in each visibility timeout of its queue, for
 * a bounded time: a handler that hangs must not keep its message for ever. If its process
 * dies, the message is seen again within one visibility timeout.
 */
final class HiddenMessage implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HiddenMessage.class);

	private final SqsAsyncClient sqs;

	private final ChangeMessageVisibilityRequest request;

	private final ScheduledFuture<?> beats;

	private long left;

	private boolean closed;

	private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

	/**
	 * Hides a message until it is closed.
	 * @param request which message, and for how many seconds at a time
	 * @param longest for how long in all, from now
	 * @param timer tells when
	 */
	HiddenMessage(SqsAsyncClient sqs, ChangeMessageVisibilityRequest request, Duration longest,
			ScheduledExecutorService timer) {
		this.sqs = sqs;
		this.request = request;
		long every = Math.max(1, request.visibilityTimeout() * 1000L / 3);
		this.left = longest.toMillis() / every;
		this.beats = timer.scheduleAtFixedRate(this::hideAgain, every, every, TimeUnit.MILLISECONDS);
	}

	private synchronized void hideAgain() {
		if (this.closed || !this.underWay.isDone()) {
			return;
		}
		if (this.left-- <= 0) {
			this.closed = true;
			logger.warn("message no longer hidden queue={} cause=\"its handler takes too long\"",
					this.request.queueUrl());
			return;
		}
		this.underWay = this.sqs.changeMessageVisibility(this.request).whenComplete((_, failure) -> {
			if (failure != null) {
				logger.warn("message not hidden again queue={} failure={}", this.request.queueUrl(),
						failure.toString());
			}
		});
	}

	/**
	 * Stops hiding. What was sent has arrived then, so that whatever the caller says
	 * about the message holds.
	 */
	@Override
	public void close() {
		CompletableFuture<?> last;
		synchronized (this) {
			this.closed = true;
			last = this.underWay;
		}
		this.beats.cancel(false);
		last.exceptionally((_) -> null).join();
	}

}
