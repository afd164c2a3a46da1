package io.mokuroku.local.upstream;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Four providers on one loopback port, answering for the sample titles in the wire
 * formats of Jikan v4 ({@code /jikan/v4}), of Kitsu's edge API ({@code /kitsu/api/edge}),
 * of AniList's queries ({@code /anilist}) and of AnimeSchedule v3
 * ({@code /animeschedule/api/v3}), and the pictures they point to
 * ({@code /images/{key}.png}). What is on air follows the clock. {@code POST
 * /outage?percent=40&seconds=10} makes them fail for a while.
 */
public final class DemoUpstream implements Closeable {

	private static final Logger log = LoggerFactory.getLogger(DemoUpstream.class);

	private static final String JIKAN = "/jikan/v4";

	private static final String KITSU = "/kitsu/api/edge";

	private static final String ANILIST = "/anilist";

	private static final String ANIMESCHEDULE = "/animeschedule/api/v3";

	private static final String IMAGES = "/images/";

	private static final String OUTAGE = "/outage";

	private final HttpServer http;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<Long, SampleTitle> titles = new LinkedHashMap<>();

	private final JikanAnswers jikan;

	private final KitsuAnswers kitsu;

	private final AniListAnswers aniList;

	private final AnimeScheduleAnswers animeSchedule;

	private final Outage outage;

	private DemoUpstream(HttpServer http, List<SampleTitle> titles, InstantSource clock) {
		this.http = http;
		titles.forEach((title) -> this.titles.put(title.mal(), title));
		Images images = new Images(baseUrl());
		this.jikan = new JikanAnswers(this.titles, images, clock);
		this.kitsu = new KitsuAnswers(titles, baseUrl() + KITSU, images, clock);
		this.aniList = new AniListAnswers(titles, images, clock);
		this.animeSchedule = new AnimeScheduleAnswers(titles, clock);
		this.outage = new Outage(clock);
		http.setExecutor(this.threads);
		http.createContext("/", this::handle);
		http.start();
	}

	/**
	 * Starts the providers.
	 * @param port port on 127.0.0.1, or 0 for a free one
	 * @param titles titles they know
	 * @param clock wall clock
	 * @throws UncheckedIOException when the port is taken
	 */
	public static DemoUpstream open(int port, List<SampleTitle> titles, InstantSource clock) {
		try {
			InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
			return new DemoUpstream(HttpServer.create(new InetSocketAddress(loopback, port), 0), titles, clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The address of this server, such as {@code http://127.0.0.1:7716}.
	 */
	String baseUrl() {
		return "http://127.0.0.1:" + this.http.getAddress().getPort();
	}

	/**
	 * The base address of the first provider.
	 */
	String jikanUrl() {
		return baseUrl() + JIKAN;
	}

	/**
	 * The base address of the second provider.
	 */
	String kitsuUrl() {
		return baseUrl() + KITSU;
	}

	/**
	 * The base address of the third provider.
	 */
	String aniListUrl() {
		return baseUrl() + ANILIST;
	}

	/**
	 * The base address of the fourth provider.
	 */
	String animeScheduleUrl() {
		return baseUrl() + ANIMESCHEDULE;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer = exchange.getRequestMethod().equals(method(exchange)) ? answer(exchange)
					: JikanAnswers.error(405, "HttpException", "Method Not Allowed", null);
			exchange.getResponseHeaders().set("Content-Type", answer.contentType());
			exchange.sendResponseHeaders(answer.status(), answer.body().length);
			exchange.getResponseBody().write(answer.body());
		}
		catch (RuntimeException ex) {
			log.error("request failed path={}", exchange.getRequestURI().getPath(), ex);
			throw ex;
		}
	}

	private static String method(HttpExchange exchange) {
		return List.of(ANILIST, OUTAGE).contains(exchange.getRequestURI().getPath()) ? "POST" : "GET";
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (path.equals(OUTAGE)) {
			return this.outage.begin(query(exchange.getRequestURI().getRawQuery()));
		}
		if (this.outage.strikes()) {
			return Outage.ANSWER;
		}
		if (path.equals(ANILIST)) {
			return this.aniList.answer(exchange.getRequestBody().readAllBytes());
		}
		Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
		if (path.startsWith(JIKAN + "/")) {
			return this.jikan.answer(path.substring(JIKAN.length()), query);
		}
		if (path.startsWith(KITSU + "/")) {
			return this.kitsu.answer(path.substring(KITSU.length()), query);
		}
		if (path.startsWith(ANIMESCHEDULE + "/")) {
			return this.animeSchedule.answer(path.substring(ANIMESCHEDULE.length()), query);
		}
		Optional<byte[]> image = (path.startsWith(IMAGES) && path.endsWith(".png")) ? Images
			.find(path.substring(IMAGES.length(), path.length() - ".png".length()), this.titles::containsKey)
				: Optional.empty();
		return image.map((png) -> new Answer(200, "image/png", png))
			.orElseGet(() -> new Answer(404, "text/plain", "Not found\n".getBytes(StandardCharsets.UTF_8)));
	}

	private static Map<String, String> query(@Nullable String raw) {
		Map<String, String> query = new LinkedHashMap<>();
		for (String pair : (raw != null) ? raw.split("&", -1) : new String[0]) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			query.put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder
				.decode(pair.substring((equals < 0) ? pair.length() : equals + 1), StandardCharsets.UTF_8));
		}
		return query;
	}

	@Override
	public void close() {
		this.http.stop(0);
		this.threads.close();
	}

}
