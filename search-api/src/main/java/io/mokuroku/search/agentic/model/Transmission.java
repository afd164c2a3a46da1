package io.mokuroku.search.agentic.model;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Whether a request may have reached Bedrock. What surely has not costs nothing.
 */
final class Transmission {

	private static final ExecutionAttribute<Transmission> WATCHED = new ExecutionAttribute<>("Transmission");

	/** Tells requests that they are about to be sent: they are signed by then. */
	static final ExecutionInterceptor WATCH = new ExecutionInterceptor() {

		@Override
		public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
			Transmission watched = attributes.getAttribute(WATCHED);
			if (watched != null) {
				watched.begun = true;
			}
		}

	};

	private volatile boolean begun;

	/** Watches the request of this configuration. */
	void watch(AwsRequestOverrideConfiguration.Builder request) {
		request.putExecutionAttribute(WATCHED, this);
	}

	/**
	 * Whether a failure came before anything could be sent: without credentials, or
	 * without a connection.
	 */
	boolean neverSent(Throwable failure) {
		if (!this.begun) {
			return true;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (isWithoutConnection(cause)) {
				return true;
			}
		}
		return false;
	}

	/** A plain time-out is that of the pool of connections; others have other classes. */
	private static boolean isWithoutConnection(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof NoRouteToHostException
				|| cause instanceof UnknownHostException || cause instanceof TimeoutException;
	}

}
