package io.mokuroku.search.agentic.model;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to models by Bedrock's Converse and, where somebody follows, ConverseStream. The
 * client is made when it is first needed and never retries: whoever asks has other models
 * and a deadline. A call that is given up is cancelled on the wire.
 */
public final class BedrockConverse implements Converse, AutoCloseable {

	private static final Duration PULSE = Duration.ofSeconds(1);

	private static final Duration CONNECT = Duration.ofSeconds(2);

	/** Longer than any deadline: it only ends what nobody waits for. */
	private static final Duration SILENCE = Duration.ofMinutes(2);

	private final BedrockRuntimeAsyncClientBuilder builder;

	private final JsonMapper json;

	private @Nullable BedrockRuntimeAsyncClient client;

	private BedrockConverse(BedrockRuntimeAsyncClientBuilder builder, JsonMapper json) {
		this.builder = builder;
		this.json = json;
	}

	/**
	 * Talks to Bedrock in a region.
	 * @param region where the models are
	 * @param calls how many calls may be under way at once
	 */
	public static BedrockConverse in(String region, int calls, JsonMapper json) {
		return new BedrockConverse(builder(region, calls), json);
	}

	/** Talks to what answers in the way of Bedrock elsewhere. */
	static BedrockConverse with(UnaryOperator<BedrockRuntimeAsyncClientBuilder> elsewhere, int calls, JsonMapper json) {
		return new BedrockConverse(elsewhere.apply(builder("us-west-2", calls)), json);
	}

	private static BedrockRuntimeAsyncClientBuilder builder(String region, int calls) {
		return BedrockRuntimeAsyncClient.builder()
			.region(Region.of(region))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
				.addExecutionInterceptor(Transmission.WATCH))
			.httpClientBuilder(NettyNioAsyncHttpClient.builder()
				.protocol(Protocol.HTTP1_1)
				.maxConcurrency(calls)
				.connectionTimeout(CONNECT)
				.connectionAcquisitionTimeout(CONNECT)
				.readTimeout(SILENCE));
	}

	@Override
	public Reply ask(Request request, Duration atMost, Listener listener) throws ModelTrouble {
		WrittenReply written = new WrittenReply();
		Consumer<AwsRequestOverrideConfiguration.Builder> watched = written.transmission()::watch;
		if (listener.live()) {
			CompletableFuture<Void> call = started(() -> client().converseStream(
					BedrockRequests.live(request).toBuilder().overrideConfiguration(watched).build(),
					ConverseStreamResponseHandler.builder().subscriber(written.visitor()).build()), written);
			return reply(call, call, request, atMost, listener, written);
		}
		CompletableFuture<ConverseResponse> call = started(
				() -> client()
					.converse(BedrockRequests.whole(request).toBuilder().overrideConfiguration(watched).build()),
				written);
		return reply(call, call.thenAccept(written::read), request, atMost, listener, written);
	}

	@Override
	public synchronized void close() {
		if (this.client != null) {
			this.client.close();
			this.client = null;
		}
	}

	private static <T> T started(Supplier<T> call, WrittenReply written) throws ModelTrouble {
		try {
			return call.get();
		}
		catch (RuntimeException ex) {
			throw trouble(ex, written);
		}
	}

	/**
	 * Waits for a reply.
	 * @param call what is cancelled where nobody waits any more
	 * @param read ends when the reply was read
	 */
	private Reply reply(CompletableFuture<?> call, CompletableFuture<Void> read, Request request, Duration atMost,
			Listener listener, WrittenReply written) throws ModelTrouble {
		try {
			follow(read, atMost, listener, written);
			Reply reply = written.reply(request.messages().size(), this.json);
			if (reply.isEmpty()) {
				throw new ModelTrouble(ModelTrouble.Kind.NONSENSE, false, "an empty reply", null);
			}
			return reply;
		}
		finally {
			call.cancel(true);
		}
	}

	private static void follow(CompletableFuture<Void> read, Duration atMost, Listener listener, WrittenReply written)
			throws ModelTrouble {
		long until = System.nanoTime() + atMost.toNanos();
		while (true) {
			long left = until - System.nanoTime();
			try {
				read.get(Math.min(left, PULSE.toNanos()), TimeUnit.NANOSECONDS);
				return;
			}
			catch (TimeoutException ex) {
				if (left <= PULSE.toNanos()) {
					throw new ModelTrouble(ModelTrouble.Kind.TIMEOUT, false, "no reply in time", null);
				}
				listener.waits();
			}
			catch (ExecutionException ex) {
				throw trouble((ex.getCause() != null) ? ex.getCause() : ex, written);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new ModelTrouble(ModelTrouble.Kind.UNAVAILABLE, false, "interrupted", ex);
			}
		}
	}

	/**
	 * What an exception means. Messages of Bedrock may quote the request, so only codes
	 * are told.
	 */
	private static ModelTrouble trouble(Throwable failure, WrittenReply written) {
		if (!(failure instanceof BedrockRuntimeException refused)) {
			boolean endless = failure instanceof IllegalStateException;
			return new ModelTrouble(endless ? ModelTrouble.Kind.NONSENSE : ModelTrouble.Kind.UNAVAILABLE,
					written.transmission().neverSent(failure), failure.getClass().getSimpleName(), null);
		}
		ModelTrouble.Kind kind = kind(refused);
		boolean begun = written.counted() || refused.statusCode() == 200 || refused.statusCode() == 0;
		String code = (refused.awsErrorDetails() != null) ? refused.awsErrorDetails().errorCode() : null;
		return new ModelTrouble(kind, !begun,
				(code != null) ? code : refused.getClass().getSimpleName() + " " + refused.statusCode(), null);
	}

	private static ModelTrouble.Kind kind(BedrockRuntimeException failure) {
		return switch (failure) {
			case ServiceQuotaExceededException _, ModelNotReadyException _ -> ModelTrouble.Kind.THROTTLED;
			case ModelTimeoutException _ -> ModelTrouble.Kind.TIMEOUT;
			default ->
				failure.isThrottlingException() || failure.statusCode() == 429 ? ModelTrouble.Kind.THROTTLED
						: (failure.statusCode() >= 400 && failure.statusCode() < 500 && failure.statusCode() != 408
								&& failure.statusCode() != 424) ? ModelTrouble.Kind.REFUSED
										: ModelTrouble.Kind.UNAVAILABLE;
		};
	}

	private synchronized BedrockRuntimeAsyncClient client() {
		BedrockRuntimeAsyncClient made = this.client;
		if (made == null) {
			made = this.builder.build();
			this.client = made;
		}
		return made;
	}

}
