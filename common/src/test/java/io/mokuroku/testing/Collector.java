package io.mokuroku.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * A collector on loopback that remembers what it was sent by OTLP over HTTP.
 */
public final class Collector implements AutoCloseable {

	private final HttpServer server;

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	private final List<Log> logs = new CopyOnWriteArrayList<>();

	private final List<Figure> metrics = new CopyOnWriteArrayList<>();

	private Collector() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/v1/traces", (exchange) -> take(exchange, this::traces));
		this.server.createContext("/v1/logs", (exchange) -> take(exchange, this::logs));
		this.server.createContext("/v1/metrics", (exchange) -> take(exchange, this::metrics));
		this.server.start();
	}

	/** A collector on a free port. */
	public static Collector start() {
		try {
			return new Collector();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What {@code mokuroku.telemetry.endpoint} is set to. */
	public String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** All spans so far. */
	public List<Span> spans() {
		return List.copyOf(this.spans);
	}

	/** All lines of logs so far. */
	public List<Log> logs() {
		return List.copyOf(this.logs);
	}

	/** All metrics so far, each as often as it was sent. */
	public List<Figure> metrics() {
		return List.copyOf(this.metrics);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void traces(InputStream body) throws IOException {
		for (var sent : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
			String service = service(sent.getResource());
			this.spans.addAll(sent.getScopeSpansList()
				.stream()
				.flatMap((scope) -> scope.getSpansList().stream())
				.map((span) -> new Span(service, span.getName(), hex(span.getTraceId()), hex(span.getSpanId()),
						hex(span.getParentSpanId()), attributes(span.getAttributesList())))
				.toList());
		}
	}

	private void logs(InputStream body) throws IOException {
		for (var sent : ExportLogsServiceRequest.parseFrom(body).getResourceLogsList()) {
			String service = service(sent.getResource());
			this.logs.addAll(sent.getScopeLogsList()
				.stream()
				.flatMap((scope) -> scope.getLogRecordsList().stream())
				.map((log) -> new Log(service, log.getSeverityText(), log.getBody().getStringValue(),
						hex(log.getTraceId()), attributes(log.getAttributesList())))
				.toList());
		}
	}

	private void metrics(InputStream body) throws IOException {
		for (var sent : ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
			String service = service(sent.getResource());
			String instance = attributes(sent.getResource().getAttributesList()).getOrDefault("service.instance.id",
					"");
			this.metrics.addAll(sent.getScopeMetricsList()
				.stream()
				.flatMap((scope) -> scope.getMetricsList().stream())
				.map((metric) -> new Figure(service, instance, metric))
				.toList());
		}
	}

	private static void take(HttpExchange exchange, Reader reader) throws IOException {
		try (exchange) {
			boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
			InputStream body = exchange.getRequestBody();
			reader.read(zipped ? new GZIPInputStream(body) : body);
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static String service(Resource resource) {
		return attributes(resource.getAttributesList()).getOrDefault("service.name", "");
	}

	private static Map<String, String> attributes(List<KeyValue> attributes) {
		return attributes.stream()
			.collect(Collectors.toMap(KeyValue::getKey, (each) -> each.getValue().getStringValue(), (one, _) -> one));
	}

	private static String hex(ByteString bytes) {
		return HexFormat.of().formatHex(bytes.toByteArray());
	}

	/** Takes one request apart. */
	@FunctionalInterface
	private interface Reader {

		void read(InputStream body) throws IOException;

	}

	/**
	 * A span.
	 *
	 * @param service who sent it
	 * @param name what was done
	 * @param traceId 32 hexadecimal digits
	 * @param spanId 16 hexadecimal digits
	 * @param parentId those of the span above, empty if there is none
	 * @param attributes those that are text
	 */
	public record Span(String service, String name, String traceId, String spanId, String parentId,
			Map<String, String> attributes) {
	}

	/**
	 * A line of a log.
	 *
	 * @param service who sent it
	 * @param severity its level
	 * @param body the message
	 * @param traceId empty outside of a trace
	 * @param attributes those that are text
	 */
	public record Log(String service, String severity, String body, String traceId, Map<String, String> attributes) {
	}

	/**
	 * A metric.
	 *
	 * @param service who sent it
	 * @param instance which of its instances
	 * @param metric what was sent
	 */
	public record Figure(String service, String instance, Metric metric) {

		/** Its name, as it was sent. */
		public String name() {
			return this.metric.getName();
		}

	}

}
