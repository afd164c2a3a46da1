package io.mokuroku.search.index;

import java.util.concurrent.ExecutionException;

import com.google.common.util.concurrent.ListenableFuture;
import io.mokuroku.message.RetryableFailure;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;

/**
 * Waits for what Qdrant answers. Each request has a deadline of its own.
 */
final class QdrantCalls {

	private QdrantCalls() {
	}

	/** A client that connects when it is first used. */
	static QdrantClient client(QdrantSettings settings) {
		QdrantGrpcClient.Builder client = QdrantGrpcClient
			.newBuilder(settings.host(), settings.port(), settings.tls(), false)
			.withTimeout(settings.timeout());
		if (settings.apiKey() != null) {
			client.withApiKey(settings.apiKey());
		}
		return new QdrantClient(client.build());
	}

	/**
	 * The answer to a request.
	 * @throws RetryableFailure if there is none
	 */
	static <T> T answer(ListenableFuture<T> request) {
		try {
			return request.get();
		}
		catch (ExecutionException ex) {
			throw new RetryableFailure("Qdrant did not do what it was asked for", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			request.cancel(true);
			throw new RetryableFailure("Qdrant was not waited for", ex);
		}
	}

}
