package io.mokuroku.telemetry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import org.slf4j.LoggerFactory;

/**
 * Sends what is logged to the collector, too, each line with the trace it belongs to,
 * from the start of the application context to its end. What is logged before and after
 * is on the console alone.
 */
final class SentLogs implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final OpenTelemetryAppender appender = new OpenTelemetryAppender();

	SentLogs(OpenTelemetry telemetry) {
		this.appender.setName("collector");
		this.appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
		this.appender.setOpenTelemetry(telemetry);
		this.appender.setCaptureKeyValuePairAttributes(true);
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.appender.stop();
	}

}
